import type { Payload } from 'payload'

import type { Mapping } from '../../mapping/index.ts'
import type { OnProgress } from '../../progress/phases.ts'

export type ExportOptions = {
  payload: Payload
  mappings: readonly Mapping[]
  /** Where to write: an empty or missing folder, or the content root itself. */
  folder: string
  /** Write the latest drafts instead of what is published. Default: false. */
  drafts?: boolean
  /** Replace files that somebody changed since the last import and export. Default: false. */
  overwrite?: boolean
  trigger?: 'command' | 'migration' | 'admin'
  who?: string
  onProgress?: OnProgress
  signal?: AbortSignal
}
