import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { OnProgress } from '../../progress/phases.ts'
import type { OnResult } from '../fileResults.ts'
import { pagesByLocale } from '../locales/fileSet.ts'
import { importCounts } from '../report.ts'
import type { Scope } from '../scope.ts'
import type { arrivedUrls } from './arrivedUrls.ts'
import type { MovedFiles } from './moves/findMoves.ts'
import type { PathList } from './pathList.ts'
import type { siteWarnings } from './warnings/siteWarnings.ts'
import { pageSize, takeOver, type TakenOver, type TakeOverOptions } from './takeOver.ts'

/** The files of a mapping in an import, with what is collected about them during the import. */
export type MappedFiles = {
  mapping: Mapping
  scope: Scope
  paths: PathList
  /** Those of them that may have changed. */
  changed: Iterable<string>
  warnings: ReturnType<typeof siteWarnings>
  arrived: ReturnType<typeof arrivedUrls>
  moved: MovedFiles
  /**
   * Paths of files that refer to documents which other files may create, with a problem for the missing one; without a
   * problem if the file's document exists and only its relations within the collection are not set yet.
   */
  waiting: Map<string, Problem[]>
}

type WaitingOptions = Omit<TakeOverOptions, 'mapping' | 'scope' | 'dryRun' | 'onDone'> & {
  onProgress?: OnProgress | undefined
}

const noSources: Omit<TakenOver, 'problems'> = {
  counts: { ...importCounts },
  sources: [],
  waiting: new Map(),
}

/**
 * Imports the files that were waiting for documents of other files, until no more of them can be imported, then sets
 * relations within collections. A document that is still missing is a problem: the file is rejected or, if its own
 * document exists, the relation is left empty and the next import tries again. Calls `note` with the result of each page
 * of files.
 */
export const takeOverWaiting = async (
  { onProgress, ...options }: WaitingOptions,
  all: readonly MappedFiles[],
  note: (one: MappedFiles, taken: TakenOver) => void,
): Promise<void> => {
  const takeAgain = (
    { mapping, moved, scope }: MappedFiles,
    paths: readonly string[],
    onResult: OnResult | undefined,
  ): Promise<TakenOver> =>
    takeOver({ ...options, onResult, mapping, moved, scope, dryRun: false, onDone: () => {} }, paths)

  /** The files that are waiting for documents, or for relations only. */
  function* pagesOf({ mapping, waiting }: MappedFiles, waitsForDocuments: boolean) {
    const paths = [...waiting].flatMap(([path, missing]) =>
      missing.length > 0 === waitsForDocuments ? [path] : [],
    )
    let done = 0
    for (const page of pagesByLocale(mapping, paths, pageSize)) {
      if (options.signal?.aborted) return
      onProgress?.({ phase: 'relations', done, total: paths.length })
      yield page
      done += page.length
      onProgress?.({ phase: 'relations', done, total: paths.length })
    }
  }

  const makeDocuments = async (one: MappedFiles): Promise<boolean> => {
    let isHelped = false
    for (const page of pagesOf(one, true)) {
      const taken = await takeAgain(one, page, options.onResult)
      note(one, taken)
      isHelped ||= taken.sources.length > 0
      for (const path of page) one.waiting.delete(path)
      for (const [path, missing] of taken.waiting) one.waiting.set(path, missing)
    }
    return isHelped
  }

  const setRelations = async (one: MappedFiles): Promise<void> => {
    for (const page of pagesOf(one, false)) {
      // These documents are already counted as created.
      const { problems, waiting } = await takeAgain(one, page, undefined)
      note(one, { ...noSources, problems: [...problems, ...[...waiting.values()].flat()] })
    }
  }

  let isHelped = true
  while (isHelped) {
    isHelped = false
    for (const one of all) if (await makeDocuments(one)) isHelped = true
  }
  for (const one of all) {
    await setRelations(one)
    const problems = [...one.waiting.values()].flat()
    await options.onResult?.(
      [...one.waiting].map(([path, missing]) => ({
        path,
        outcome: 'rejected',
        scope: one.scope.name,
        fields: [],
        problems: missing,
      })),
    )
    note(one, { ...noSources, counts: { ...noSources.counts, rejected: problems.length }, problems })
  }
}
