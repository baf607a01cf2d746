import type { Config } from 'payload'

/**
 * Adds the pages that import and export to the admin, and links to them in its navigation. An app's own
 * view of the same name replaces ours.
 */
export const withRunPages = (admin: Config['admin']): NonNullable<Config['admin']> => {
  const { components } = admin ?? {}
  return {
    ...admin,
    components: {
      ...components,
      afterNavLinks: [...(components?.afterNavLinks ?? []), 'answerbook/rsc#FileLinks'],
      views: {
        answerbookImport: { Component: 'answerbook/rsc#ImportView', exact: true, path: '/import' },
        answerbookExport: { Component: 'answerbook/rsc#ExportView', exact: true, path: '/export' },
        ...components?.views,
      },
    },
  }
}
