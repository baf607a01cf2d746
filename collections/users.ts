import { isAdmin, isStaff, roles } from 'answerbook/app'
import type { Access, CollectionConfig } from 'payload'

const adminOrSelf: Access = ({ req }) =>
  isAdmin({ req }) || (req.user ? { id: { equals: req.user.id } } : false)

/** People who work in the admin panel, and readers: API keys of frontends. */
export const users = ({ secureCookies = false }: { secureCookies?: boolean } = {}): CollectionConfig => ({
  slug: 'users',
  // Signing in over GraphQL could not be held back without reading every body.
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
    group: 'People',
    description: 'Who may do what. Readers are API keys for frontends and cannot sign in here.',
    defaultColumns: ['email', 'name', 'role', 'updatedAt'],
    hidden: ({ user }) => !('role' in user) || user.role !== 'admin',
  },
  // The first admin is made before the server listens; a window to register would be open to everybody.
  endpoints: [
    {
      path: '/first-register',
      method: 'post',
      handler: () =>
        Response.json(
          { errors: [{ message: 'Make users with: npx answerbook user EMAIL --role admin' }] },
          { status: 403 },
        ),
    },
  ],
  fields: [
    { name: 'name', type: 'text' },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'writer',
      saveToJWT: true,
      options: roles.map((role) => ({
        label: role.replace(/^./, (first) => first.toUpperCase()),
        value: role,
      })),
      access: { create: isAdmin, update: isAdmin },
      admin: {
        position: 'sidebar',
        description:
          'Admin: all. Editor: write, publish, import, export. Writer: drafts. Reader: API key, read.',
      },
    },
  ],
})
