import type { Config } from 'payload'

/** Adds the page of changes for the next export to the admin. An app that has its own view with this name keeps it. */
export const withChangesPage = (admin: Config['admin']): NonNullable<Config['admin']> => {
  const { components } = admin ?? {}
  return {
    ...admin,
    components: {
      ...components,
      views: {
        answerbookChanges: { Component: 'answerbook/rsc#ChangesView', exact: true, path: '/changes' },
        ...components?.views,
      },
    },
  }
}
