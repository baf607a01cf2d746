import { randomInt } from 'node:crypto'

import type { Payload } from 'payload'
import { z } from 'zod'

import type { Role } from '../access/roles.ts'
import { documentsOf } from '../documents/documents.ts'
import { ConfigurationError } from '../problems/ConfigurationError.ts'

export type CreatedUser = {
  email: string
  role: Role
  /** Shown once: the database only stores a hash of it. */
  password: string
  /** False if the user already existed and got a new password. */
  created: boolean
}

/**
 * Creates a user, or gives an existing one the role and a new password, unlocks the account and ends its sessions.
 * Throws a ConfigurationError if the email address is invalid.
 */
export const createUser = async (options: {
  payload: Payload
  email: string
  role: Role
}): Promise<CreatedUser> => {
  const { payload, role } = options
  const email = options.email.trim().toLowerCase()
  if (!z.email().safeParse(email).success)
    throw new ConfigurationError(`"${email}" is not an e-mail address.`)
  const documents = documentsOf(payload)
  const collection = payload.config.admin.user
  const password = oneTimePassword()
  const [user] = await documents.find({ collection, limit: 1, where: { email: { equals: email } } })
  if (user) {
    const data = { role, password, loginAttempts: 0, lockUntil: null, sessions: [] }
    await documents.update({ collection, id: user.id, data, overrideLock: true })
  } else {
    await documents.create({ collection, data: { email, role, password } })
  }
  return { email, role, password, created: user === undefined }
}

// Without characters that are easily confused: 0 and O; 1, l and I.
const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
const length = 24

/** A random password, to be shown once and changed by its owner: 24 letters and digits, 139 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length }, () => characters.charAt(randomInt(characters.length))).join('')
