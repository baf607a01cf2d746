import type { CollectionConfig, Config, PayloadRequest, Plugin } from 'payload'

import { absentEndpoints } from '../requests/absentEndpoints.ts'
import { answerMissingFile } from '../requests/answerMissingFile.ts'
import { answerUnreadable } from '../requests/answerUnreadable.ts'
import { markdownEndpoint } from '../sync/endpoints/markdownEndpoint.ts'
import { restoreImportEndpoint } from '../sync/endpoints/restoreImportEndpoint.ts'
import { cleanTexts } from '../fields/cleanTexts.ts'
import { keepLinkIndex } from '../links/keepLinkIndex.ts'
import { files } from '../sync/records/filesCollection.ts'
import { links } from '../links/linksCollection.ts'
import { redirects } from '../urls/redirects.ts'
import { runs } from '../sync/records/runsCollection.ts'
import type { Mapping } from '../mapping/types.ts'
import { completeCounts, guardQueries } from '../requests/queries/guardQueries.ts'
import { refuseTooLargeForFile } from '../sync/export/refuseTooLargeForFile.ts'
import { allowLongTexts } from '../fields/allowLongTexts.ts'
import { checkMappings } from './checkMappings.ts'
import { checkPayloadVersion, installedPayload } from './checkPayloadVersion.ts'
import { offerFormats } from '../markdownField/graphql/offerFormats.ts'
import { withDashboard } from '../dashboard/dashboard.ts'
import { ensureLinkIndexes, linkFieldsOf } from '../links/linkIndexes.ts'
import { withNewDocumentPage } from '../drafts/newDocumentPage.ts'
import { label } from '../translations/translate.ts'
import { withTranslations } from '../translations/withTranslations.ts'
import { type AnswerbookOptions, resolveOptions } from './options.ts'

const markdownView = {
  path: '/markdown' as const,
  Component: 'answerbook/rsc#MarkdownView',
  // Payload has no views of its own under the trash.
  tab: {
    label: label('answerbook:markdownView:tab'),
    href: '/markdown' as const,
    order: 200,
    condition: ({ req }: { req: PayloadRequest }) => !req.url?.includes('/trash/'),
  },
}

const withMarkdown = (collection: CollectionConfig, mapping: Mapping): CollectionConfig => {
  const { admin, endpoints = [] } = collection
  const views = admin?.components?.views
  // A collection that replaces the whole edit view has no tabs to add to.
  const edit = views?.edit?.root ? views.edit : Object.assign({}, views?.edit, { markdown: markdownView })
  return {
    ...collection,
    endpoints:
      endpoints === false ? false : [...endpoints, markdownEndpoint(mapping), restoreImportEndpoint(mapping)],
    admin: { ...admin, components: { ...admin?.components, views: { ...views, edit } } },
  }
}

const withLinkIndex = (collection: CollectionConfig, mapping: Mapping): CollectionConfig => {
  const fields = linkFieldsOf(mapping)
  if (!fields) return collection
  const { afterChange, afterDelete } = keepLinkIndex(fields)
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [afterChange, ...(hooks?.afterChange ?? [])],
      afterDelete: [afterDelete, ...(hooks?.afterDelete ?? [])],
    },
  }
}

/** What is saved can stand in files. */
const withCleanTexts = (collection: CollectionConfig): CollectionConfig => {
  const { hooks } = collection
  return {
    ...collection,
    hooks: { ...hooks, beforeValidate: [cleanTexts, ...(hooks?.beforeValidate ?? [])] },
  }
}

const withFileSize = (collection: CollectionConfig, mapping: Mapping): CollectionConfig => {
  const { hooks } = collection
  const beforeChange = [...(hooks?.beforeChange ?? []), refuseTooLargeForFile(mapping)]
  return allowLongTexts({ ...collection, hooks: { ...hooks, beforeChange } })
}

/** What anybody may ask of a collection gets an answer that gives nothing away, and never a 500. */
const withGuard = (collection: CollectionConfig): CollectionConfig => {
  const { endpoints = [], hooks, upload } = collection
  const files = typeof upload === 'object' ? upload : {}
  return {
    ...collection,
    endpoints: endpoints === false ? false : [...endpoints, ...absentEndpoints(collection)],
    hooks: {
      ...hooks,
      afterOperation: [...(hooks?.afterOperation ?? []), completeCounts],
      beforeOperation: [guardQueries, ...(hooks?.beforeOperation ?? [])],
    },
    ...(upload ? { upload: { ...files, handlers: [...(files.handlers ?? []), answerMissingFile] } } : {}),
  }
}

/**
 * Adds Answerbook to a Payload app: the bookkeeping of files, runs, links and redirects, for each mapped collection a view and
 * an endpoint of the document's Markdown, and the argument `format` of Markdown fields in GraphQL. Throws at start when
 * Payload is too old or a mapping cannot work, which it names.
 */
export const answerbookPlugin =
  (given: AnswerbookOptions): Plugin =>
  (config: Config): Config => {
    const { canRun, enabled, mappings, policies } = resolveOptions(given)
    checkPayloadVersion(installedPayload())
    const collections = config.collections ?? []
    checkMappings(mappings, collections)
    const maySeeFiles = (args: { req: PayloadRequest }): boolean => policies.isStaff(args) || canRun(args)
    const mapped = collections.map((collection) => {
      const mapping = mappings.find((candidate) => candidate.collection === collection.slug)
      if (!mapping) return collection
      const linked = withFileSize(withLinkIndex(collection, mapping), mapping)
      return enabled ? withNewDocumentPage(withMarkdown(linked, mapping)) : linked
    })
    return {
      ...config,
      ...(enabled ? { admin: withDashboard(config.admin) } : {}),
      i18n: withTranslations(config.i18n),
      custom: { ...config.custom, answerbook: { mappings, maySeeFiles } },
      graphQL: { ...config.graphQL, queries: offerFormats(config.graphQL?.queries) },
      collections: [
        ...[...mapped, redirects(policies)].map(withCleanTexts),
        // Rows of the ledger hold texts as they stand in files.
        ...[allowLongTexts(files()), runs(canRun), links()],
      ].map(withGuard),
      hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), answerUnreadable] },
      onInit: async (payload) => {
        await ensureLinkIndexes(payload)
        await config.onInit?.(payload)
      },
    }
  }
