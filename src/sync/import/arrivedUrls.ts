import type { Mapping } from '../../mapping/index.ts'
import type { SourceFile } from './types.ts'

/** For more URLs than this it is cheaper to go through all links that wait. */
const most = 2_000

/** Collects the URLs with which the files of an import may have changed where a link leads: theirs, and those they link to. */
export const arrivedUrls = (mapping: Mapping) => {
  const urls = new Set<string>()
  return {
    note: ({ record }: SourceFile): void => {
      if (urls.size > most) return
      const own = record.fields[mapping.key]
      if (typeof own === 'string') urls.add(own)
      for (const { url } of record.links) urls.add(url)
    },
    /** The urls; undefined where there are too many to ask for each of them. */
    list: (): string[] | undefined => (urls.size > most ? undefined : [...urls]),
  }
}
