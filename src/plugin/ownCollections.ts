import type { CollectionConfig } from 'payload'

import { allowLongTexts } from '../fields/allowLongTexts.ts'
import { cleanTexts } from '../fields/cleanTexts.ts'
import { links } from '../links/linksCollection.ts'
import { ConfigurationError } from '../problems/ConfigurationError.ts'
import { changes } from '../sync/changes/changesCollection.ts'
import { files } from '../sync/records/filesCollection.ts'
import { results } from '../sync/records/resultsCollection.ts'
import { runs } from '../sync/records/runsCollection.ts'
import { reachableFrom, shapeOf } from '../urls/redirects/redirectShape.ts'
import { redirects } from '../urls/redirects/redirectsCollection.ts'
import type { ResolvedOptions } from './options.ts'
import { overrideCollection } from './overrides.ts'

const refuseTaken = (collections: readonly CollectionConfig[], slugs: Record<string, string>): void => {
  const taken = Object.entries(slugs).find(([, name]) => collections.some(({ slug }) => slug === name))
  if (!taken) return
  const [part, slug] = taken
  throw new ConfigurationError(
    `The app already has a collection "${slug}". Give the plugin another slug: slugs: { ${part}: 'other-${slug}' }.`,
  )
}

const checkRedirects = ({ fields, slug }: CollectionConfig, moving: readonly string[]): void => {
  if (!shapeOf(fields))
    throw new ConfigurationError(
      `The collection "${slug}" does not have the fields of redirects. Give the plugin another slug: slugs: { redirects: 'moved' }.`,
    )
  const reachable = reachableFrom(fields)
  const missing = moving.filter((collection) => reachable && !reachable.includes(collection))
  if (missing.length > 0)
    throw new ConfigurationError(
      `Redirects in "${slug}" cannot lead to ${missing.join(', ')}. Add it to the option collections of redirectsPlugin().`,
    )
}

/**
 * The collections that the plugin adds to those of an app: files, runs, their results, links and changes, and redirects if
 * documents of some collections have URLs and the app has no redirects of its own. Throws a ConfigurationError if a slug
 * is taken.
 */
export const ownCollections = (
  collections: readonly CollectionConfig[],
  moving: readonly string[],
  { canRun, overrides, policies, slugs }: ResolvedOptions,
): CollectionConfig[] => {
  const { redirects: redirectsSlug, ...others } = slugs
  refuseTaken(collections, others)
  const taken = collections.find(({ slug }) => slug === redirectsSlug)
  if (taken && moving.length > 0) checkRedirects(taken, moving)
  const own = redirects(redirectsSlug, policies)
  const cleaned = { ...own, hooks: { ...own.hooks, beforeValidate: [cleanTexts] } }
  return [
    ...(taken || moving.length === 0 ? [] : [overrideCollection(cleaned, overrides.redirects)]),
    // The texts of file records are stored exactly as in the files.
    overrideCollection(allowLongTexts(files(slugs.files)), overrides.files),
    overrideCollection(runs(slugs.runs, canRun), overrides.runs),
    overrideCollection(allowLongTexts(results(slugs.results)), overrides.results),
    overrideCollection(links(slugs.links), overrides.links),
    overrideCollection(allowLongTexts(changes(slugs.changes)), overrides.changes),
  ]
}
