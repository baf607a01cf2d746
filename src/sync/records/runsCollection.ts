import type { CollectionConfig, PayloadRequest } from 'payload'

const never = (): boolean => false

// Payload's own editor of JSON comes from another host, and shows an empty box here.
const shownByTheView = { disableBulkEdit: true, disableListColumn: true, disableListFilter: true }

/** One row for each import and export: what was asked, what came of it, who, when. */
export const runs = (
  slug: string,
  canViewRuns: (args: { req: PayloadRequest }) => boolean,
): CollectionConfig => ({
  slug,
  labels: { singular: 'Run', plural: 'Runs' },
  access: { create: never, delete: never, read: canViewRuns, update: never },
  defaultSort: '-createdAt',
  admin: {
    group: 'Site',
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'startedAt', 'finishedAt'],
    description: 'Imports and exports, newest first.',
    hideAPIURL: true,
    components: {
      views: { edit: { default: { Component: 'answerbook/rsc#RunView', tab: { label: 'Report' } } } },
    },
  },
  graphQL: false,
  lockDocuments: false,
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'kind', type: 'select', required: true, options: ['import', 'export'] },
    { name: 'trigger', type: 'select', required: true, options: ['command', 'migration', 'admin'] },
    {
      name: 'status',
      type: 'select',
      required: true,
      options: ['running', 'done', 'errors', 'interrupted', 'failed'],
    },
    { name: 'options', type: 'json', admin: shownByTheView },
    { name: 'counts', type: 'json', admin: shownByTheView },
    { name: 'problems', type: 'json', admin: shownByTheView },
    // Documents that the run created beside those of files, such as subjects: collection and id.
    { name: 'brought', type: 'json', admin: { hidden: true } },
    { name: 'startedAt', type: 'date', required: true },
    { name: 'finishedAt', type: 'date' },
    { name: 'who', type: 'text' },
    // While it runs: which process runs it, and until when that process is taken to live.
    { name: 'process', type: 'text' },
    { name: 'expiresAt', type: 'date', hidden: true },
    // The kind of a run that goes on, so that there is one; the run's own id afterwards, since two nulls collide in a
    // unique index of MongoDB.
    { name: 'lease', type: 'text', unique: true, hidden: true },
  ],
})
