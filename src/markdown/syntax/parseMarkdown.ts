import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfm } from 'micromark-extension-gfm'

import { dollarMath } from './dollarMath.ts'
import type {} from './hints.ts'
import { texMath, texMathFromMarkdown } from './texMath.ts'

const extensions = [gfm(), dollarMath(), texMath()]
const mdastExtensions = [...gfmFromMarkdown(), mathFromMarkdown(), texMathFromMarkdown()]

/**
 * Parses Markdown to mdast: CommonMark with GFM, math in dollars (which `isFormula` tells apart from money) and math in
 * TeX's delimiters. Offsets in the tree count UTF-16 units and exclude a byte order mark. Throws a RangeError if the
 * nesting is too deep for the stack.
 */
export const parseMarkdown = (text: string): Root => fromMarkdown(text, { extensions, mdastExtensions })
