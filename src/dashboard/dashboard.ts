import type { Config, DashboardConfig, Widget } from 'payload'

const widget = (slug: string, component: string, label: string): Widget => ({
  slug: `answerbook-${slug}`,
  Component: `answerbook/rsc#${component}`,
  label,
  minWidth: 'medium',
})

const widgets = [
  widget('recent', 'RecentWork', 'Continue'),
  widget('drafts', 'OwnDrafts', 'My drafts'),
  widget('links', 'WaitingLinks', 'Unresolved links'),
  widget('runs', 'LastRuns', 'Imports and exports'),
  widget('lists', 'Lists', 'Lists'),
]

const layout: NonNullable<DashboardConfig['defaultLayout']> = [
  { widgetSlug: 'answerbook-recent', width: 'medium' },
  { widgetSlug: 'answerbook-drafts', width: 'medium' },
  { widgetSlug: 'answerbook-lists', width: 'medium' },
  { widgetSlug: 'answerbook-links', width: 'medium' },
  { widgetSlug: 'answerbook-runs', width: 'medium' },
]

/**
 * Puts on the dashboard what an editor needs first: what they were at, their drafts, what is unresolved, the last runs and
 * the lists. An app that lays out its own dashboard keeps it, and can take these parts into it.
 */
export const withDashboard = (admin: Config['admin']): Config['admin'] => ({
  ...admin,
  dashboard: {
    defaultLayout: admin?.dashboard?.defaultLayout ?? layout,
    widgets: [...(admin?.dashboard?.widgets ?? []), ...widgets],
  },
})
