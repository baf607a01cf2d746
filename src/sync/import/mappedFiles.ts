import type { Mapping } from '../../mapping/types.ts'
import type { Scope } from '../scope.ts'
import { type PathList, pathList } from './pathList.ts'
import { arrivedUrls } from './arrivedUrls.ts'
import { movedFiles } from './moves/findMoves.ts'
import type { ScannedFolder } from './scanFolder.ts'
import { siteWarnings } from './warnings/siteWarnings.ts'
import type { MappedFiles } from './takeOverWaiting.ts'
import type { ImportOptions } from './types.ts'

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** Some of the paths of a list, by their positions. */
const pathsAt = (paths: PathList, positions: Float64Array): Iterable<string> => ({
  *[Symbol.iterator]() {
    for (const position of positions) {
      const path = paths.at(position)
      if (path !== undefined) yield path
    }
  },
})

/** The files of each mapping in a scanned folder, ready to be imported. What could not be read counts as present. */
export const mappedFiles = (
  options: Pick<ImportOptions, 'folder' | 'onProgress' | 'payload'>,
  scoped: readonly { mapping: Mapping; scope: Scope }[],
  scanned: ScannedFolder,
): MappedFiles[] => {
  const unread = scanned.refused.map(({ path }) => path)
  return scoped.map(({ mapping, scope }) => {
    const paths = scanned.paths.get(mapping) ?? pathList()
    const changed = scanned.changed.get(mapping) ?? new Float64Array()
    const isThere = (path: string): boolean =>
      paths.positionOf(path) !== undefined || unread.some((other) => isUnder(path, other))
    return {
      mapping,
      scope,
      paths,
      changed: pathsAt(paths, changed),
      warnings: siteWarnings({ ...options, mapping, paths, scope }),
      arrived: arrivedUrls(mapping),
      moved: movedFiles({ ...options, mapping, scope, paths, isThere }),
      waiting: new Map(),
    }
  })
}
