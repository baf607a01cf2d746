import type { HouseStyle } from '../frontMatter/types.ts'
import type { Mapping } from './types.ts'

/** How a mapping prints new lines: what it says itself, and defaults. Keys are ordered as the mapping names them. */
export const houseStyle = (mapping: Mapping): HouseStyle => ({
  order: [...Object.keys(mapping.frontMatter), ...(mapping.links ? [mapping.links.prefix] : [])],
  indent: 2,
  indents: {},
  folded: [],
  body: '',
  ...mapping.house,
})
