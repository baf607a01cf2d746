import type { CollectionConfig, PayloadRequest } from 'payload'

import { type AnswerbookKey, label } from '../../translations/translate.ts'
import { inAllLanguages } from '../../translations/withTranslations.ts'

const never = (): boolean => false

const options = <Value extends string>(values: readonly Value[], keyOf: (value: Value) => AnswerbookKey) =>
  values.map((value) => ({ label: label(keyOf(value)), value }))

const kinds = options(['import', 'export'], (kind) => `answerbook:runs:kind:${kind}`)

const triggers = options(['command', 'migration', 'admin'], (trigger) => `answerbook:runs:trigger:${trigger}`)

const statuses = options(
  ['running', 'done', 'errors', 'interrupted', 'failed'],
  (status) => `answerbook:runs:status:${status}`,
)

// Payload's own JSON editor is loaded from another host (payload#10229), and shows an empty box here.
const shownByTheView = { disableBulkEdit: true, disableListColumn: true, disableListFilter: true }

/** One row for each import and export: its options, its result, who started it and when. */
export const runs = (
  slug: string,
  canViewRuns: (args: { req: PayloadRequest }) => boolean,
): CollectionConfig => ({
  slug,
  labels: {
    singular: label('answerbook:content:runs:singular'),
    plural: label('answerbook:content:runs:plural'),
  },
  access: { create: never, delete: never, read: canViewRuns, update: never },
  defaultSort: '-createdAt',
  // For the cells of the status and of who started it.
  forceSelect: { isDry: true, trigger: true },
  admin: {
    group: inAllLanguages('answerbook:content:groups:site'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'counts', 'who', 'startedAt'],
    // The problems of a run are long, and a list does not show them.
    enableListViewSelectAPI: true,
    hideAPIURL: true,
    components: {
      beforeListTable: ['answerbook/rsc#RunListLinks'],
      views: {
        edit: {
          default: { Component: 'answerbook/rsc#RunView', tab: { label: label('answerbook:runs:report') } },
        },
      },
    },
  },
  graphQL: false,
  lockDocuments: false,
  fields: [
    { name: 'title', type: 'text', required: true, label: label('answerbook:content:runs:title') },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: label('answerbook:content:runs:kind'),
      options: kinds,
    },
    {
      name: 'trigger',
      type: 'select',
      required: true,
      label: label('answerbook:content:runs:trigger'),
      options: triggers,
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      label: label('answerbook:content:runs:status'),
      options: statuses,
      admin: { components: { Cell: 'answerbook/client#RunStatusCell' } },
    },
    { name: 'options', type: 'json', admin: shownByTheView },
    {
      name: 'counts',
      type: 'json',
      label: label('answerbook:runs:files'),
      admin: {
        ...shownByTheView,
        disableListColumn: false,
        components: { Cell: 'answerbook/client#RunCountsCell' },
      },
    },
    { name: 'problems', type: 'json', admin: shownByTheView },
    { name: 'isDry', type: 'checkbox', admin: { hidden: true } },
    // What a run in the background was asked to do, so that another process can continue it.
    { name: 'request', type: 'json', hidden: true },
    // How often a process has begun it.
    { name: 'attempts', type: 'number', hidden: true },
    // Its phase and how far it has got, for other processes than its own.
    { name: 'progress', type: 'json', hidden: true },
    { name: 'cancelledAt', type: 'date', hidden: true },
    // Documents that the run created in addition to those of files, such as subjects: collection and id.
    { name: 'additions', type: 'json', admin: { hidden: true } },
    { name: 'startedAt', type: 'date', required: true, label: label('answerbook:content:runs:startedAt') },
    { name: 'finishedAt', type: 'date', label: label('answerbook:content:runs:finishedAt') },
    {
      name: 'who',
      type: 'text',
      label: label('answerbook:content:runs:who'),
      admin: { components: { Cell: 'answerbook/client#RunStarterCell' } },
    },
    // While it runs: the process that runs it, and until when that process is assumed to be alive.
    { name: 'process', type: 'text', label: label('answerbook:content:runs:process') },
    { name: 'expiresAt', type: 'date', hidden: true },
    // While it runs, the same for every run, so that there is only one; afterwards its own id, since two nulls collide in
    // a unique index of MongoDB.
    { name: 'lease', type: 'text', unique: true, hidden: true },
    // Known to the process that holds the lease, and to nobody else.
    { name: 'token', type: 'text', hidden: true },
  ],
})
