import type { Config, PayloadRequest, Plugin } from 'payload'

import { type Policies, rolePolicies } from './access/policies.ts'
import { files } from './ledger/files.ts'
import { redirects } from './ledger/redirects.ts'
import { runs } from './ledger/runs.ts'
import type { Mapping } from './mapping/types.ts'

export type AnswerbookOptions = {
  /** How the documents of each collection stand in files. */
  mappings: Mapping[]
  /** Folders that runs started in the admin may use. The command line is not bound by it. Default: none. */
  roots?: string[]
  /** Who may import, export and see reports over HTTP. Default: nobody. */
  canRun?: (args: { req: PayloadRequest }) => boolean
  /** Who may see drafts. Default: the roles of `users`. */
  policies?: Policies
  /** `false` keeps the schema and removes endpoints, jobs and views. Default: true. */
  enabled?: boolean
}

/** Adds Answerbook to a Payload app: its bookkeeping, its endpoints, and a view of each mapped collection's files. */
export const answerbookPlugin =
  ({ policies = rolePolicies }: AnswerbookOptions): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), files(), runs(policies), redirects(policies)],
  })
