import { template } from './template.ts'
import type { Mapping } from './types.ts'

const isNamed = (name: string, pattern: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name)
}

/** Whether a mapping leaves a file out by its name, though its path would be one of a document. */
export const isIgnored = ({ ignore = [] }: Mapping, path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return ignore.some((pattern) => isNamed(name, pattern))
}

/**
 * What the path of a file says, by the gaps of `files`: `{ 'subject.slug': 'biology', slug: 'what-is-a-cell' }`.
 * `undefined` where the mapping does not take the file. The path is relative to the content root.
 */
export const matchPath = (mapping: Mapping, path: string): Record<string, string> | undefined =>
  isIgnored(mapping, path) ? undefined : template(mapping.files).match(path)
