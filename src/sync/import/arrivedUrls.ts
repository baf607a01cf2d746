import type { Mapping } from '../../mapping/types.ts'
import type { SourceFile } from './types.ts'

/** With more URLs than this, it is cheaper to check all unresolved links. */
const maxUrls = 2_000

/**
 * Collects the URLs whose links may have a new target after an import: the URLs of the imported files, and those that
 * they link to.
 */
export const arrivedUrls = (mapping: Mapping) => {
  const urls = new Set<string>()
  return {
    note: ({ record }: SourceFile): void => {
      if (urls.size > maxUrls) return
      const own = record.fields[mapping.key]
      if (typeof own === 'string') urls.add(own)
      for (const { url } of record.links) urls.add(url)
    },
    /** The URLs; undefined if there are too many to query each of them. */
    list: (): string[] | undefined => (urls.size > maxUrls ? undefined : [...urls]),
  }
}
