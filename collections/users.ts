import { isAdmin, isStaff, roles } from 'answerbook/app'
import type { Access, CollectionConfig } from 'payload'

import { otherWords } from './words.ts'

const words = otherWords.users

const adminOrSelf: Access = ({ req }) =>
  isAdmin({ req }) || (req.user ? { id: { equals: req.user.id } } : false)

/** People who work in the admin panel, and readers: API keys of frontends. */
export const users = ({ secureCookies = false }: { secureCookies?: boolean } = {}): CollectionConfig => ({
  slug: 'users',
  labels: words.labels,
  // Sign-ins over GraphQL could not be limited without reading every request body.
  graphQL: { disableMutations: true },
  auth: {
    useAPIKey: true,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    cookies: { secure: secureCookies, sameSite: 'Lax' },
  },
  access: {
    admin: isStaff,
    create: isAdmin,
    delete: isAdmin,
    read: (args) => isStaff(args) || adminOrSelf(args),
    unlock: isAdmin,
    update: adminOrSelf,
  },
  admin: {
    useAsTitle: 'email',
    group: otherWords.groups.people,
    description: words.description,
    defaultColumns: ['email', 'name', 'role', 'updatedAt'],
    hidden: ({ user }) => !('role' in user) || user.role !== 'admin',
  },
  // The first admin is created before the server listens; a form to register would be open to everybody.
  endpoints: [
    {
      path: '/first-register',
      method: 'post',
      handler: () =>
        Response.json(
          { errors: [{ message: 'Create users with: npx answerbook user EMAIL --role admin' }] },
          { status: 403 },
        ),
    },
  ],
  fields: [
    { name: 'name', type: 'text', label: words.name },
    {
      name: 'role',
      label: words.role,
      type: 'select',
      required: true,
      defaultValue: 'writer',
      saveToJWT: true,
      options: roles.map((role) => ({ label: words.roles[role], value: role })),
      access: { create: isAdmin, update: isAdmin },
      admin: {
        position: 'sidebar',
        description: words.roleDescription,
      },
    },
  ],
})
