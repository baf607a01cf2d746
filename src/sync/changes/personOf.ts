import type { PayloadRequest } from 'payload'

/** The name by which lists show the author of a request; empty for a program. */
export const personOf = ({ user }: Partial<Pick<PayloadRequest, 'user'>>): string[] =>
  user ? [('email' in user && user.email) || `${user.collection} ${user.id}`] : []
