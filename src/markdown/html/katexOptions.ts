import type { KatexOptions } from 'katex'
import 'katex/contrib/mhchem'

/** How formulas are set in HTML, with `\ce` and `\pu` for chemistry; trusted with no links, images or attributes. */
export const katexOptions: KatexOptions = { trust: false, strict: false, maxExpand: 1000, maxSize: 500 }
