import type { Payload } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import type { OnProgress } from '../../progress/phases.ts'
import type { GivenValues } from '../scope.ts'
import type { RunHooks } from '../runHooks.ts'

export type ExportOptions = RunHooks & {
  payload: Payload
  mappings: readonly Mapping[]
  /** Where to write: an empty or missing folder, or the content root itself. */
  folder: string
  /** Write the latest drafts instead of the published states. Default: false. */
  drafts?: boolean
  /**
   * Only documents with this value of the field named by `within` in a mapping, such as `{ tenant: '1' }`. Required if the
   * files do not contain the value themselves.
   */
  within?: GivenValues
  /** Replace files that somebody has changed since the last import and export. Default: false. */
  overwrite?: boolean
  /** Render all documents, also those that have not changed since the last export. Default: false. */
  full?: boolean
  trigger?: 'command' | 'migration' | 'admin'
  who?: string
  onProgress?: OnProgress
  signal?: AbortSignal
}
