import type { Config, DashboardConfig, Widget } from 'payload'

import { type AnswerbookKey, label } from '../translations/translate.ts'

const widget = (slug: string, component: string, title: AnswerbookKey): Widget => ({
  slug: `answerbook-${slug}`,
  Component: `answerbook/rsc#${component}`,
  label: label(title),
  minWidth: 'medium',
})

const widgets = [
  widget('recent', 'RecentWork', 'answerbook:dashboard:recent'),
  widget('drafts', 'OwnDrafts', 'answerbook:dashboard:drafts'),
  widget('changes', 'NextExport', 'answerbook:changes:title'),
  widget('links', 'WaitingLinks', 'answerbook:dashboard:unresolved'),
  widget('runs', 'LastRuns', 'answerbook:dashboard:runs'),
  widget('lists', 'Lists', 'answerbook:dashboard:lists'),
]

const layout: NonNullable<DashboardConfig['defaultLayout']> = [
  { widgetSlug: 'answerbook-recent', width: 'medium' },
  { widgetSlug: 'answerbook-drafts', width: 'medium' },
  { widgetSlug: 'answerbook-lists', width: 'medium' },
  { widgetSlug: 'answerbook-changes', width: 'medium' },
  { widgetSlug: 'answerbook-links', width: 'medium' },
  { widgetSlug: 'answerbook-runs', width: 'medium' },
]

/**
 * Puts what an editor needs first on the dashboard: recent work, own drafts, changes for the next export, unresolved links,
 * the latest runs and the lists. An app that defines its own dashboard keeps its layout, and can add these widgets to it.
 */
export const withDashboard = (admin: Config['admin']): Config['admin'] => ({
  ...admin,
  dashboard: {
    defaultLayout: admin?.dashboard?.defaultLayout ?? layout,
    widgets: [...(admin?.dashboard?.widgets ?? []), ...widgets],
  },
})
