import type { CollectionConfig, Config, PayloadRequest, Plugin } from 'payload'

import { withDashboard } from '../dashboard/dashboard.ts'
import { registerOptions } from '../documents/registeredOptions.ts'
import { withNewDocumentPage } from '../drafts/newDocumentPage.ts'
import { guardSchedule } from '../drafts/schedule/guardSchedule.ts'
import { allowLongTexts } from '../fields/allowLongTexts.ts'
import { cleanTexts } from '../fields/cleanTexts.ts'
import { ensureLinkIndexes } from '../links/linkFields.ts'
import type { Mapping } from '../mapping/types.ts'
import { offerFormats } from '../markdownField/graphql/offerFormats.ts'
import { linkableDocuments, offerLinks } from '../markdownField/offerLinks.ts'
import { answerUnreadable } from '../requests/answerUnreadable.ts'
import { withGuard } from '../requests/withGuard.ts'
import { keepRuns } from '../sync/background/keepRuns.ts'
import { withRelatedChanges } from '../sync/changes/noteRelated.ts'
import { ensureChanges } from '../sync/changes/ensureChanges.ts'
import { withChangesPage } from '../sync/withChangesPage.ts'
import { withMarkdownView } from '../sync/withMarkdownView.ts'
import { withRunPages } from '../sync/withRunPages.ts'
import { withTranslations } from '../translations/withTranslations.ts'
import { addMissingFields } from './addMissingFields.ts'
import { checkMappings } from './checkMappings.ts'
import { checkPayloadVersion, installedPayload } from './checkPayloadVersion.ts'
import { localesOf } from './complaintsAboutLocales.ts'
import { type CollectionParts, collectionParts } from './collectionParts.ts'
import { type AnswerbookOptions, resolveOptions } from './options.ts'
import { ownCollections } from './ownCollections.ts'
import { ownEndpoints } from './ownEndpoints.ts'
import { warnAtStart } from './warnAtStart.ts'
import { wireCollection } from './wireCollection.ts'

const mapCollection = (
  collection: CollectionConfig,
  mapping: Mapping,
  parts: CollectionParts,
): CollectionConfig => {
  const complete = allowLongTexts(addMissingFields(collection, mapping, parts))
  const wired = wireCollection(complete, mapping, parts)
  const viewed = parts.markdownView ? withMarkdownView(wired, mapping) : wired
  return parts.newDocumentPage ? withNewDocumentPage(viewed) : viewed
}

/** Everything that is saved must be storable in files, including collections without a mapping, such as subjects. */
const withCleanTexts = (collection: CollectionConfig): CollectionConfig => {
  const { hooks } = collection
  return {
    ...collection,
    hooks: { ...hooks, beforeValidate: [cleanTexts, ...(hooks?.beforeValidate ?? [])] },
  }
}

/**
 * Adds Answerbook to a Payload app. A collection with a mapping gets everything it needs: safe drafts, protection of
 * concurrent editors, slugs, URLs and redirects, links, and a view of its Markdown file. The plugin also adds
 * collections for files, runs, links and redirects, and the argument `format` of Markdown fields in GraphQL. Throws at
 * startup if Payload is too old or a mapping cannot work, and lists every reason.
 * @example
 * plugins: [answerbookPlugin({ mappings: [postMapping], canRun: ({ req }) => req.user?.role === 'admin' })]
 */
export const answerbookPlugin =
  (given: AnswerbookOptions): Plugin =>
  (config: Config): Config => {
    checkPayloadVersion(installedPayload())
    const options = resolveOptions(given, config)
    const { canRun, context, enabled, mappings, policies, slugs } = options
    const moving: string[] = []
    const linkable = linkableDocuments(mappings, config.collections ?? [])
    const mapped = (config.collections ?? []).map((own) => {
      const collection = withRelatedChanges(offerLinks(own, linkable), mappings)
      const mapping = mappings.find((candidate) => candidate.collection === collection.slug)
      if (!mapping) return withCleanTexts(collection)
      const parts = collectionParts(collection, mapping, options)
      if (parts.redirects) moving.push(collection.slug)
      return mapCollection(collection, mapping, parts)
    })
    checkMappings(mappings, mapped, localesOf(config.localization))
    const maySeeFiles = (args: { req: PayloadRequest }): boolean => policies.isStaff(args) || canRun(args)
    return {
      ...config,
      ...(enabled ? { admin: withRunPages(withChangesPage(withDashboard(config.admin))) } : {}),
      db: guardSchedule(config.db),
      i18n: withTranslations(config.i18n),
      custom: registerOptions(config.custom, {
        mappings,
        slugs,
        context,
        canRun,
        maySeeFiles,
        isStaff: policies.isStaff,
      }),
      graphQL: { ...config.graphQL, queries: offerFormats(config.graphQL?.queries) },
      collections: [...mapped, ...ownCollections(config.collections ?? [], moving, options)].map(withGuard),
      endpoints: [...(config.endpoints ?? []), ...ownEndpoints(moving, options)],
      hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), answerUnreadable] },
      onInit: async (payload) => {
        await ensureLinkIndexes(payload)
        await ensureChanges(payload)
        await warnAtStart(payload, mappings)
        // Next runs it while it builds the admin, too.
        if (enabled && process.env.NEXT_PHASE !== 'phase-production-build') keepRuns(payload, options)
        await config.onInit?.(payload)
      },
    }
  }
