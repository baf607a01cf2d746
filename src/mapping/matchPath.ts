import { template } from './template.ts'
import type { Mapping } from './types.ts'

/**
 * What the path of a file says, by the gaps of `files`: `{ 'subject.slug': 'biology', slug: 'what-is-a-cell' }`.
 * `undefined` where the mapping does not take the file. The path is relative to the content root.
 */
export const matchPath = (mapping: Mapping, path: string): Record<string, string> | undefined =>
  template(mapping.files).match(path)
