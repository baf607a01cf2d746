import type { OnProgress } from '../../../progress/phases.ts'
import type { FilesOfMapping } from '../readSource.ts'

/** The files of one mapping, which are checked once all of them are imported. */
export type CheckedFiles = FilesOfMapping & { onProgress?: OnProgress | undefined }
