import { chunks } from '../../../documents/pages.ts'
import type { Problem } from '../../../problems/problems.ts'
import { linkIds } from '../linkIds.ts'
import { readSources } from '../readSource.ts'
import type { SourceFile } from '../types.ts'
import type { CheckedFiles } from './checkedFiles.ts'
import { memberOf, numberList, numberOfText } from '../numberList.ts'

const filesAtOnce = 200

const problemOf = (path: string, line: number, url: string): Problem => ({
  severity: 'warning',
  path,
  line,
  column: 1,
  code: 'unresolved-link',
  message: `No document has the URL ${url}.`,
  remedy: 'The link is kept and resolves when its target arrives; correct the URL if it is wrong.',
})

/**
 * Finds links that lead to no document once all files are imported. Numbers stand for URLs, and the few files whose links
 * lead to no other file of the import are read again.
 */
export const unresolvedLinks = (files: CheckedFiles) => {
  const { mapping, onProgress, paths, payload } = files
  const own = numberList()
  // For each file the position of its path, the number of its links, and the numbers of their URLs.
  const links = numberList()

  const waitingPaths = (isOwn: (url: number) => boolean): string[] => {
    const waiting = new Set<string>()
    const all = links.all()
    let at = 0
    while (at < all.length) {
      const [position = 0, count = 0] = all.subarray(at, at + 2)
      const end = at + 2 + count
      const path = all.subarray(at + 2, end).every(isOwn) ? undefined : paths.at(position)
      if (path !== undefined) waiting.add(path)
      at = end
    }
    return [...waiting]
  }

  return {
    note: ({ record }: SourceFile, position: number): void => {
      const url = record.fields[mapping.key]
      if (typeof url === 'string') own.push(numberOfText(url))
      links.push(position, record.links.length, ...record.links.map((link) => numberOfText(link.url)))
    },
    list: async (): Promise<Problem[]> => {
      // In a dry run nothing is written, so files that would be imported count as documents.
      const isOwn = memberOf(own.all())
      const problems: Problem[] = []
      const waiting = waitingPaths(isOwn)
      let done = 0
      for (const some of chunks(waiting, filesAtOnce)) {
        onProgress?.({ phase: 'check', done, total: waiting.length })
        done += some.length
        const found = (await readSources(files, some)).flatMap(({ path, record }) =>
          record.links.flatMap(({ line, url }) => (isOwn(numberOfText(url)) ? [] : [{ path, line, url }])),
        )
        const known = await linkIds(
          payload,
          mapping,
          found.map(({ url }) => url),
        )
        for (const { line, path, url } of found)
          if (!known.has(url)) problems.push(problemOf(path, line, url))
      }
      return problems
    },
  }
}
