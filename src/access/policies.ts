import { isEditor, isStaff, type Policy } from './roles.ts'

/** Who counts as what in a collection of content. An app with users of its own brings its own two. */
export type Policies = {
  /** Who may publish, unpublish, delete and restore. Default: the roles `admin` and `editor`. */
  isEditor: Policy
  /** Who may see drafts and import data, and save drafts. Default: the above and `writer`. */
  isStaff: Policy
}

export const rolePolicies: Policies = { isEditor, isStaff }
