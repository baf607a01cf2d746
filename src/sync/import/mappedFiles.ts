import type { Mapping } from '../../mapping/types.ts'
import type { Scope } from '../scope.ts'
import { sortedPosition } from '../sortedPosition.ts'
import { arrivedUrls } from './arrivedUrls.ts'
import { movedFiles } from './moves/findMoves.ts'
import type { ScannedFolder } from './scanFolder.ts'
import { siteWarnings } from './warnings/siteWarnings.ts'
import type { MappedFiles } from './takeOverWaiting.ts'
import type { ImportOptions } from './types.ts'

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** Whether a path is in a list that is sorted by code unit, as scanned paths are. */
const isIn = (sorted: readonly string[], path: string): boolean =>
  sorted[sortedPosition(sorted, path)] === path

/** The files of each mapping in a scanned folder, ready to be imported. What could not be read counts as present. */
export const mappedFiles = (
  options: Pick<ImportOptions, 'folder' | 'onProgress' | 'payload'>,
  scoped: readonly { mapping: Mapping; scope: Scope }[],
  scanned: ScannedFolder,
): MappedFiles[] => {
  const unread = scanned.refused.map(({ path }) => path)
  return scoped.map(({ mapping, scope }) => {
    const paths = scanned.paths.get(mapping) ?? []
    const isThere = (path: string): boolean =>
      isIn(paths, path) || unread.some((other) => isUnder(path, other))
    return {
      mapping,
      scope,
      paths,
      changed: scanned.changed.get(mapping) ?? [],
      warnings: siteWarnings({ ...options, mapping, scope }),
      arrived: arrivedUrls(mapping),
      moved: movedFiles({ ...options, mapping, scope, paths, isThere }),
      waiting: new Map(),
    }
  })
}
