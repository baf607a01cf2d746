import type { Config, PayloadRequest } from 'payload'

import { fieldsByPath } from '../documents/fieldsByPath.ts'
import { isEditor, isStaff, type Policy } from './roles.ts'

/** Who is what in a collection of content. An app with its own users supplies its own two policies. */
export type Policies = {
  /** Who may publish, unpublish, delete and restore. */
  isEditor: Policy
  /** Who may see drafts and import data, and save drafts. */
  isStaff: Policy
}

/** Policies by the field `role` of users: admins and editors are editors; writers are staff as well. */
export const rolePolicies: Policies = { isEditor, isStaff }

const namedRoles = ['admin', 'editor']

/**
 * The default policies: by role if the app's users have a field `role` with the roles `admin` and `editor`; otherwise
 * everybody who may sign in to the admin is an editor.
 */
export const policiesFor = ({
  admin,
  collections = [],
}: Pick<Config, 'admin' | 'collections'>): { policies: Policies; hasRoles: boolean } => {
  const users = admin?.user ?? collections.find(({ auth }) => Boolean(auth))?.slug ?? 'users'
  const fields = collections.find(({ slug }) => slug === users)?.fields ?? []
  const field = fieldsByPath(fields).get('role')?.field
  const options = field?.type === 'select' ? field.options : []
  const values = options.map((option) => (typeof option === 'string' ? option : option.value))
  if (namedRoles.every((role) => values.includes(role))) return { policies: rolePolicies, hasRoles: true }
  const isSignedIn = ({ req }: { req: PayloadRequest }): boolean => req.user?.collection === users
  return { policies: { isEditor: isSignedIn, isStaff: isSignedIn }, hasRoles: false }
}
