import path from 'node:path'

import type { Config, PayloadRequest } from 'payload'

import { type Policies, policiesFor } from '../access/policies.ts'
import { defaultSlugs, type Slugs } from '../documents/registeredOptions.ts'
import { workFolder } from '../files/upload/workFolder.ts'
import type { Mapping } from '../mapping/types.ts'
import type { CollectionOptions } from './collectionOptions.ts'
import type { Overrides } from './overrides.ts'

/**
 * Options of the plugin.
 * @example
 * answerbookPlugin({
 *   mappings: [postMapping],
 *   canRun: ({ req }) => req.user?.role === 'admin',
 *   collections: { posts: { urls: { slugFrom: 'title' } } },
 * })
 */
export type AnswerbookOptions = {
  /** How the documents of each collection are stored in files. */
  mappings: Mapping[]
  /**
   * Parts of mapped collections to switch off or adjust, by collection slug.
   * @default {} (everything that a mapping calls for)
   */
  collections?: Record<string, CollectionOptions>
  /**
   * Slugs of the collections that the plugin adds. If the app already has a collection with the slug for redirects, such as
   * that of `@payloadcms/plugin-redirects`, redirects are saved there.
   * @default { files: 'answerbook-files', runs: 'answerbook-runs', results: 'answerbook-results',
   *   links: 'answerbook-links', changes: 'answerbook-changes', redirects: 'redirects' }
   */
  slugs?: Partial<Slugs>
  /**
   * Changes to the collections that the plugin adds: labels, access, admin options, fields, hooks.
   * @default {}
   * @example { runs: { admin: { group: 'System' } }, redirects: { admin: { hidden: true } } }
   */
  overrides?: Overrides
  /**
   * Who may import, export and see reports over HTTP and in the admin. Does not apply to the command line.
   * @default () => false
   */
  canRun?: (args: { req: PayloadRequest }) => boolean
  /**
   * Folders of the server that imports and exports started in the admin may use, and the folders below them. Relative to the
   * working folder. Does not apply to the command line.
   * @default [] (uploads and downloads only)
   */
  roots?: string[]
  /**
   * Folder in which the server keeps uploads for imports, for a week, and exports to download, for a day. Several servers
   * that should continue each other's imports of uploads need a shared one.
   * @default '.answerbook' in the working folder
   */
  workFolder?: string
  /**
   * Who may publish and who may see drafts and redirects.
   * @default the roles admin, editor and writer if users have a field `role` with these values, otherwise every signed-in
   * user
   */
  policies?: Policies
  /**
   * Added to the context of everything that an import writes, for the hooks of the app. By default the context contains
   * `answerbook: 'import'` and Payload's `disableRevalidate: true`; values given here override them.
   * @default {} (nothing added)
   */
  context?: Record<string, unknown>
  /**
   * `false` keeps the schema and removes endpoints and views.
   * @default true
   */
  enabled?: boolean
}

/** The options with every default filled in; the only place that knows the defaults. */
export const resolveOptions = (
  {
    mappings,
    collections = {},
    slugs,
    overrides = {},
    canRun = () => false,
    roots = [],
    workFolder: work = '.answerbook',
    policies,
    context = {},
    enabled = true,
  }: AnswerbookOptions,
  config: Pick<Config, 'admin' | 'collections'>,
) => {
  const found = policiesFor(config)
  return {
    mappings,
    collections,
    slugs: { ...defaultSlugs, ...slugs },
    overrides,
    canRun,
    roots,
    work: workFolder(path.resolve(work)),
    policies: policies ?? found.policies,
    /** Whether the app distinguishes editors from other users, so that only editors publish. */
    hasEditors: policies !== undefined || found.hasRoles,
    context,
    enabled,
  }
}

/** The options with every default filled in. */
export type ResolvedOptions = ReturnType<typeof resolveOptions>
