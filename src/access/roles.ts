import type { PayloadRequest } from 'payload'

/** What a user or an API key may do, from most to least. */
export const roles = ['admin', 'editor', 'writer', 'reader'] as const

export type Role = (typeof roles)[number]

/** A yes-or-no question about the author of a request. */
export type Policy = (args: { req: PayloadRequest }) => boolean

const isRole = (value: unknown): value is Role => roles.some((role) => role === value)

/** The role of the author of a request; undefined for visitors and for users without a known role. */
export const roleOf = ({ user }: Pick<PayloadRequest, 'user'>): Role | undefined => {
  if (!user || !('role' in user)) return undefined
  return isRole(user.role) ? user.role : undefined
}

const hasRole =
  (...allowed: Role[]): Policy =>
  ({ req }) => {
    const role = roleOf(req)
    return role !== undefined && allowed.includes(role)
  }

/** Admins run the installation. */
export const isAdmin = hasRole('admin')

/** Editors decide what is published, imported and exported. */
export const isEditor = hasRole('admin', 'editor')

/** Staff work in the admin panel; readers are API keys and do not. */
export const isStaff = hasRole('admin', 'editor', 'writer')
