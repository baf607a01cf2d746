import type { Config, PayloadRequest } from 'payload'

import { type Policies, policiesFor } from '../access/policies.ts'
import { defaultSlugs, type Slugs } from '../documents/registeredOptions.ts'
import type { Mapping } from '../mapping/types.ts'
import type { Overrides } from './overrides.ts'

/** What a mapped collection gets from the plugin. Each part can be switched off. */
export type CollectionOptions = {
  /**
   * Never shows an unfinished draft to readers, whatever is saved on top of it.
   * @default true in a collection with drafts
   */
  drafts?: boolean
  /**
   * Refuses a save that would overwrite somebody else's, and keeps a document locked while its form is open.
   * @default true
   */
  editing?: boolean
  /**
   * Lets users who are not editors by `policies` save drafts only.
   * @default true with `policies`, or with users that have the plugin's roles
   */
  approval?: boolean
  /**
   * Generates slugs, builds URLs from the pattern of the mapping and redirects a published URL that changes. `slugFrom` is
   * the field that slugs are generated from; `redirects: false` creates no redirects.
   * @default { slugFrom: admin.useAsTitle, redirects: true } if a field of the mapping holds a URL
   */
  urls?: false | { slugFrom?: string; redirects?: boolean }
  /**
   * Keeps an index of links, resolves links when their target is created, and keeps their URLs when it is deleted.
   * @default true if the mapping has links
   */
  links?: boolean
  /**
   * Adds a tab with the document's file, and the endpoints that the tab uses.
   * @default true
   */
  markdownView?: boolean
  /**
   * Asks for the title on a separate page before a document is created, if Payload would create an empty one.
   * @default true in a collection with autosave
   */
  newDocumentPage?: boolean
}

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
   * @default { files: 'answerbook-files', runs: 'answerbook-runs', links: 'answerbook-links', redirects: 'redirects' }
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
    policies: policies ?? found.policies,
    /** Whether the app distinguishes editors from other users, so that only editors publish. */
    hasEditors: policies !== undefined || found.hasRoles,
    context,
    enabled,
  }
}

/** The options with every default filled in. */
export type ResolvedOptions = ReturnType<typeof resolveOptions>
