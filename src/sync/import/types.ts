import type { Payload } from 'payload'

import type { FileStat } from '../../files/fileStat.ts'
import type { FrontMatter } from '../../frontMatter/types.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import type { OnProgress } from '../../progress/phases.ts'
import type { RunHooks } from '../runHooks.ts'
import type { ConflictChoice } from './planFile.ts'
import type { GivenValues, Scope } from '../scope.ts'

export type ImportOptions = RunHooks & {
  payload: Payload
  mappings: readonly Mapping[]
  /** The content root. */
  folder: string
  /** Only plan: nothing is written. Default: false. */
  dryRun?: boolean
  /** Move documents whose file is gone from the folder to the trash. Default: false. */
  deleteMissing?: boolean
  /** Refuse to delete more than this share of a mapping's files, in percent. Default: 20. */
  maxDelete?: number
  /**
   * Whose value a field gets that file and document have changed in different ways. Default: the document keeps its value,
   * and the conflict is reported with both.
   */
  takeConflicts?: ConflictChoice
  /** Read all files, also those that have not been touched since the last import. Default: false. */
  full?: boolean
  /** Note which files the folder has, so that the next import need not read unchanged ones. Default: true. */
  remember?: boolean
  /**
   * Values that new documents get in addition to those in their files, by dotted field path; texts are converted to the
   * type of the field. Default: none.
   */
  set?: GivenValues
  /** What started the run. Default: `command`. */
  trigger?: 'command' | 'migration' | 'admin'
  /** Who started it, for the history of runs. */
  who?: string
  onProgress?: OnProgress
  /** Stops between two batches; what is done stays done. */
  signal?: AbortSignal
}

/** A file that was read and parsed without errors. */
export type SourceFile = {
  mapping: Mapping
  scope: Scope
  path: string
  text: string
  digest: string
  /** The status of the file from before it was read; undefined if the text comes from elsewhere. */
  stat?: FileStat
  frontMatter: FrontMatter
  record: MappedRecord
}
