import type { Payload } from 'payload'

import { type Role, roles } from '../../src/access/roles.ts'

/** Who makes a request: nobody who has signed in, or a user of a role. */
export type Person = 'visitor' | Role

export type TestUser = { id: string; email: string; apiKey: string; role: Role }

/** The key of the user of a role, the same in every test. */
export const apiKeyOf = (role: Role): string => `key-of-the-${role}`.padEnd(36, '-')

/** One user for each role, each with an API key. */
export const makeUsers = async (payload: Payload): Promise<Record<Role, TestUser>> => {
  const make = async (role: Role): Promise<TestUser> => {
    const data = {
      email: `${role}@example.com`,
      password: `${role}-password-1`,
      role,
      enableAPIKey: true,
      apiKey: apiKeyOf(role),
    }
    const { id, email } = await payload.create({ collection: 'users', data })
    return { id, email, apiKey: data.apiKey, role }
  }
  const [admin, editor, writer, reader] = roles
  return {
    admin: await make(admin),
    editor: await make(editor),
    writer: await make(writer),
    reader: await make(reader),
  }
}
