import {
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
  deepCopyObjectSimple,
  type JsonObject,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type ValidationFieldError,
} from 'payload'

import { collectionOf, type StoredDocument } from './documents.ts'
import { InvalidDocumentError } from './RefusalError.ts'
import { fieldsToPrepare } from './fieldsToPrepare.ts'
import { isValidAsIs } from './validValues.ts'

type Values = Record<string, unknown>

const atTop = {
  global: null,
  parentIndexPath: '',
  parentIsLocalized: false,
  parentPath: '',
  parentSchemaPath: '',
}

const common = (req: PayloadRequest, config: SanitizedCollectionConfig) =>
  ({
    ...atTop,
    collection: config,
    context: req.context,
    operation: 'create',
    overrideAccess: true,
    req,
  }) as const

/** Runs the hooks of a collection on values that are about to be saved. */
const runHooks = async (
  config: SanitizedCollectionConfig,
  kind: 'beforeChange' | 'beforeValidate',
  data: JsonObject,
  req: PayloadRequest,
): Promise<JsonObject> => {
  let changed = data
  for (const hook of config.hooks[kind]) {
    const result: unknown = await hook({
      collection: config,
      context: req.context,
      data: changed,
      operation: 'create',
      originalDoc: {},
      req,
    })
    if (typeof result === 'object' && result !== null) changed = result
  }
  return changed
}

/**
 * Prepares a new document for the database in the way of Payload's own create operation: defaults, hooks before the
 * write, and validation. Returns its values, with those of localized fields by locale.
 * @throws InvalidDocumentError that names all rejected fields, and what hooks throw.
 */
export const prepareNew = async (
  req: PayloadRequest,
  collection: string,
  incoming: Values,
): Promise<Values> => {
  const { config } = req.payload.collections[collectionOf(req.payload, collection)]
  let data: JsonObject = deepCopyObjectSimple(incoming)
  const fields = fieldsToPrepare(req.payload, config.fields, data)
  if (fields.length > 0)
    await beforeValidateTraverseFields({
      ...common(req, config),
      data,
      doc: {},
      docForHooks: {},
      fields,
      siblingData: data,
      siblingDoc: {},
    })
  data = await runHooks(config, 'beforeValidate', data, req)
  data = await runHooks(config, 'beforeChange', data, req)
  return (await isValidAsIs(req, config, data)) ? data : validated(req, config, data)
}

/** The part of Payload's create operation that follows the hooks: hooks of fields, validation, localized values. */
const validated = async (
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  incoming: JsonObject,
): Promise<Values> => {
  const data: JsonObject = deepCopyObjectSimple(incoming)
  const errors: ValidationFieldError[] = []
  const mergeLocaleActions: (() => Promise<void> | void)[] = []
  await beforeChangeTraverseFields({
    ...common(req, config),
    data,
    doc: {},
    docWithLocales: {},
    errors,
    fieldLabelPath: '',
    fields: config.fields,
    mergeLocaleActions,
    siblingData: data,
    siblingDoc: {},
    siblingDocWithLocales: {},
  })
  if (errors.length > 0) throw new InvalidDocumentError({ collection: config.slug, errors, req }, req.t)
  for (const merge of mergeLocaleActions) await merge()
  return data
}

/** Runs the hooks after the creation of a document, on its values. */
export const announceNew = async (
  req: PayloadRequest,
  collection: string,
  document: StoredDocument,
): Promise<void> => {
  const { config } = req.payload.collections[collectionOf(req.payload, collection)]
  for (const hook of config.hooks.afterChange)
    await hook({
      collection: config,
      context: req.context,
      data: document,
      doc: document,
      operation: 'create',
      overrideAccess: true,
      previousDoc: {},
      req,
    })
}
