import type { DocumentId } from '../../../documents/documents.ts'
import { chunks } from '../../../documents/pages.ts'
import type { OnProgress } from '../../../progress/phases.ts'
import type { Problem } from '../../../problems/problems.ts'
import { fileRecordsOf } from '../../records/fileRecords.ts'
import { type FileRow, isMovable, type KnownFile } from '../../records/fileRows.ts'
import { keptTogether } from './keptTogether.ts'
import { ambiguousMove, partialMove } from './moveProblems.ts'
import { type Comparable, pairFiles } from './pairFiles.ts'
import type { PathList } from '../pathList.ts'
import type { FilesOfMapping } from '../readSource.ts'
import { readFiles, readStored, tiers } from './readComparable.ts'

const pageSize = 200

type Options = FilesOfMapping & {
  /** Paths of all files of the mapping in the folder. */
  paths: PathList
  /** Whether a path exists in the folder, imported or not. */
  isThere: (path: string) => boolean
  onProgress?: OnProgress | undefined
}

/** The rows of missing files by the paths at which the files are now, and warnings about files that may have moved. */
type Moves = {
  moves: ReadonlyMap<string, KnownFile>
  ids: ReadonlySet<DocumentId>
  problems: readonly Problem[]
}

const none: Moves = { moves: new Map(), ids: new Set(), problems: [] }

type Lists = { arrived: string[]; gone: Map<string, KnownFile> }

/** The files of the folder that no document was imported from, and the rows whose files are missing. */
const compareLists = async ({
  isThere,
  mapping,
  onProgress,
  paths,
  payload,
  scope,
}: Options): Promise<Lists> => {
  const gone = new Map<string, KnownFile>()
  const isKnown = new Uint8Array(paths.count())
  let done = 0
  for await (const page of fileRecordsOf(payload, undefined, scope.name).pages(
    mapping.collection,
    pageSize,
  )) {
    onProgress?.({ phase: 'moves', done })
    done += page.length
    for (const row of page) {
      const position = row.document === undefined ? undefined : paths.positionOf(row.path)
      if (position !== undefined) isKnown[position] = 1
      if (isMovable(row) && !isThere(row.path)) gone.set(row.path, row)
    }
  }
  return {
    arrived: gone.size > 0 ? [...paths].filter((_, position) => isKnown[position] === 0) : [],
    gone,
  }
}

const findMoves = async (options: Options): Promise<Moves> => {
  const { mapping, onProgress, payload, scope } = options
  const { arrived, gone } = await compareLists(options)
  if (arrived.length === 0) return none
  const total = arrived.length + gone.size
  let done = 0
  const inPages = async (paths: readonly string[], read: typeof readFiles): Promise<Comparable[]> => {
    const found: Comparable[] = []
    for (const page of chunks(paths, pageSize)) {
      onProgress?.({ phase: 'moves', done, total })
      found.push(...(await read(options, page)))
      done += page.length
    }
    return found
  }
  const files = await inPages(arrived, readFiles)
  const stored = await inPages([...gone.keys()], readStored)
  const pairs = pairFiles(files, stored, tiers)
  const rows = new Map(
    [...pairs.moves].flatMap(([path, from]): [string, KnownFile][] => {
      const row = gone.get(from)
      return row ? [[path, row]] : []
    }),
  )
  const moves = await keptTogether(payload, mapping, rows, fileRecordsOf(payload, undefined, scope.name))
  return {
    moves,
    ids: new Set([...moves.values()].map(({ id }) => id)),
    problems: [
      ...[...pairs.ambiguous].map(([path, candidates]) => ambiguousMove(path, candidates)),
      ...[...rows].flatMap(([path, row]) => (moves.has(path) ? [] : [partialMove(path, row.path)])),
    ],
  }
}

/** The files of one mapping that have moved within the content root. */
export type MovedFiles = {
  /** Whether a path exists in the folder, imported or not. */
  isThere: (path: string) => boolean
  /** The rows of the files that are at these paths now, with their texts, by new path. Searches when called first. */
  rowsAt: (paths: readonly string[]) => Promise<Map<string, FileRow>>
  /** Whether the file of a row has moved; false if nothing was searched, since there was no new file. */
  isMoved: (row: KnownFile) => Promise<boolean>
  /** Warnings about files that may have moved. */
  problems: () => Promise<readonly Problem[]>
}

/**
 * Finds files that have moved within the content root: new files with the content of missing ones, see `pairFiles`. The
 * search starts with the first new file of an import. It reads new files, and the stored texts of missing ones; only the list
 * of rows if none is missing.
 */
export const movedFiles = (options: Options): MovedFiles => {
  const { isThere, payload, scope } = options
  let search: Promise<Moves> | undefined
  const found = async (): Promise<Moves> => (await search) ?? none
  return {
    isThere,
    rowsAt: async (paths) => {
      if (paths.length === 0) return new Map()
      search ??= findMoves(options)
      const { moves } = await search
      const now = new Map(
        paths.flatMap((path): [string, string][] => {
          const row = moves.get(path)
          return row ? [[row.path, path]] : []
        }),
      )
      const rows = await fileRecordsOf(payload, undefined, scope.name).byPaths([...now.keys()])
      return new Map(rows.flatMap((row) => [[now.get(row.path) ?? row.path, row]]))
    },
    isMoved: async ({ id }) => (await found()).ids.has(id),
    problems: async () => (await found()).problems,
  }
}
