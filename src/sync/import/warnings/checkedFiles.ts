import type { OnProgress } from '../../../progress/phases.ts'
import type { PathList } from '../pathList.ts'
import type { FilesOfMapping } from '../readSource.ts'

/** The files of one mapping, which are checked once all of them are imported. */
export type CheckedFiles = FilesOfMapping & {
  /** Paths of all files of the mapping in the folder. */
  paths: PathList
  onProgress?: OnProgress | undefined
}
