import type { Config, Payload, PayloadRequest } from 'payload'

import type { Mapping } from '../mapping/types.ts'
import { isRecord } from './documents.ts'

/** The slugs of the collections that the plugin adds. */
export type Slugs = {
  /** One row for each source file. */
  files: string
  /** One row for each import and export. */
  runs: string
  /** Some rows for each run: what it has done with single files. */
  results: string
  /** One row for each link between documents. */
  links: string
  /** One row for each document whose file may change with the next export. */
  changes: string
  /** Old URLs and where they redirect. Can be a collection that the app already has. */
  redirects: string
}

/** The plugin's options for code that is called without them, such as the command line. */
export type RegisteredOptions = {
  mappings: readonly Mapping[]
  slugs: Slugs
  /** What the app adds to the request context of imports and exports. */
  context: Record<string, unknown>
  /** Whether the author of a request may import and export. */
  canRun: (args: { req: PayloadRequest }) => boolean
  /** Whether the author of a request may see documents as files. */
  maySeeFiles: (args: { req: PayloadRequest }) => boolean
  /** Whether the author of a request may see drafts. */
  isStaff: (args: { req: PayloadRequest }) => boolean
}

/** The default slugs. */
export const defaultSlugs: Slugs = {
  files: 'answerbook-files',
  runs: 'answerbook-runs',
  results: 'answerbook-results',
  links: 'answerbook-links',
  changes: 'answerbook-changes',
  redirects: 'redirects',
}

type HasConfig = { config: Pick<Payload['config'], 'custom'> }

const isRegistered = (value: unknown): value is RegisteredOptions =>
  isRecord(value) && Array.isArray(value.mappings) && isRecord(value.slugs)

/** Stores the options in a config, for `registeredOptions` to find. */
export const registerOptions = (
  custom: Config['custom'],
  options: RegisteredOptions,
): NonNullable<Config['custom']> => ({ ...custom, answerbook: options })

const registeredOptions = ({ config }: HasConfig): RegisteredOptions | undefined => {
  const custom: unknown = config.custom
  const own = isRecord(custom) ? custom.answerbook : undefined
  return isRegistered(own) ? own : undefined
}

/** All mappings that were passed to the plugin, in order; undefined in an app without the plugin. */
export const registeredMappings = (payload: HasConfig): readonly Mapping[] | undefined =>
  registeredOptions(payload)?.mappings

/** The mapping of a collection, if it has one. */
export const registeredMapping = (payload: HasConfig, collection: string): Mapping | undefined =>
  registeredMappings(payload)?.find((mapping) => mapping.collection === collection)

/** The slugs of the plugin's collections in an app. */
export const slugsOf = (payload: HasConfig): Slugs => registeredOptions(payload)?.slugs ?? defaultSlugs

/** Whether the author of a request may import and export; false in an app without the plugin. */
export const mayRun = (req: PayloadRequest): boolean =>
  registeredOptions(req.payload)?.canRun({ req }) === true

/** Whether the author of a request may see documents as files. */
export const maySeeFiles = (req: PayloadRequest): boolean =>
  registeredOptions(req.payload)?.maySeeFiles({ req }) === true

/** Whether the author of a request may see drafts; false in an app without the plugin. */
export const isStaffRequest = (req: PayloadRequest): boolean =>
  registeredOptions(req.payload)?.isStaff({ req }) === true

/** What the app's option `context` adds to the request context of imports and exports. */
export const registeredContext = (payload: HasConfig): Record<string, unknown> =>
  registeredOptions(payload)?.context ?? {}
