import type { PayloadRequest } from 'payload'

import { type Policies, rolePolicies } from '../access/policies.ts'
import type { Mapping } from '../mapping/types.ts'

export type AnswerbookOptions = {
  /** How the documents of each collection stand in files. */
  mappings: Mapping[]
  /** Who may import, export and see reports over HTTP. Default: nobody. */
  canRun?: (args: { req: PayloadRequest }) => boolean
  /** Who may see drafts and redirects. Default: the roles `admin`, `editor` and `writer` of the user. */
  policies?: Policies
  /**
   * Added to the context of all that an import writes, for the hooks of the app. It holds `answerbook: 'import'` and
   * Payload's `disableRevalidate: true` in any case, unless it says otherwise. Default: nothing more.
   */
  context?: Record<string, unknown>
  /** `false` keeps the schema and removes endpoints and views. Default: true. */
  enabled?: boolean
}

/** The options with every default filled in; the only place that knows the defaults. */
export const resolveOptions = ({
  mappings,
  canRun = () => false,
  policies = rolePolicies,
  context = {},
  enabled = true,
}: AnswerbookOptions): Required<AnswerbookOptions> => ({ mappings, canRun, policies, context, enabled })
