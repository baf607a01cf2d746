import type { CollectionBeforeDeleteHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { fileNamesOf, pictureUses, type ShownIn } from './pictureUses.ts'
import { isDocumentId, type StoredDocument } from '../documents/documents.ts'
import { RefusalError } from '../documents/RefusalError.ts'
import { rowsOf } from '../documents/rows.ts'
import { type AnswerbookKey, counted, translate } from '../translations/translate.ts'

const refuse = (req: PayloadRequest, uses: number, remedyKey: AnswerbookKey, type = ''): never => {
  const remedy = translate(req, remedyKey, { type })
  const values = { ...counted(uses, req.i18n.language), remedy }
  throw new RefusalError(translate(req, 'answerbook:messages:pictureUsed', values), 409)
}

const usesOf = async (req: PayloadRequest, shownIn: ShownIn, names: readonly string[]): Promise<number> =>
  names.length === 0 ? 0 : (await pictureUses(req, shownIn, names)).size

/** If an image is shown somewhere, the new file gets the name of the old one, so that texts show it instead. */
const replaceInPlace = async (
  req: PayloadRequest,
  shownIn: ShownIn,
  picture: StoredDocument,
): Promise<boolean> => {
  const { file } = req
  const [name, ...sizes] = fileNamesOf(picture)
  if (!file || name === undefined) return false
  const uses = await usesOf(req, shownIn, [name, ...sizes])
  if (uses === 0) return false
  const ofSizes = await usesOf(req, shownIn, sizes)
  if (ofSizes > 0) refuse(req, ofSizes, 'answerbook:messages:pictureSizes')
  if (file.mimetype !== picture.mimeType)
    refuse(req, uses, 'answerbook:messages:pictureType', String(picture.mimeType))
  file.name = name
  return true
}

/**
 * Protects images that texts show: deleting one is refused, with the number of documents that show it, and a
 * replacement gets its file name, so that all texts show the new file; a file of another type is refused.
 */
export const keepShownPictures = (
  shownIn: ShownIn,
): { beforeDelete: CollectionBeforeDeleteHook; beforeOperation: CollectionBeforeOperationHook } => ({
  beforeDelete: async ({ collection, id, req }) => {
    const picture = await rowsOf(req.payload).findById(collection.slug, id, req)
    const uses = picture ? await usesOf(req, shownIn, fileNamesOf(picture)) : 0
    if (uses > 0) refuse(req, uses, 'answerbook:messages:pictureRemove')
  },
  beforeOperation: async ({ args, collection, operation, req }) => {
    if (operation !== 'update' || !req.file) return args
    const given: unknown = 'id' in args ? args.id : undefined
    const id = isDocumentId(given) ? given : undefined
    if (id === undefined) throw new RefusalError(translate(req, 'answerbook:messages:pictureOne'), 400)
    // The number of documents that show an image includes drafts, so only users who may change it learn the number.
    const mayChange = args.overrideAccess || (await collection.access.update({ id: String(id), req }))
    const picture = mayChange ? await rowsOf(req.payload).findById(collection.slug, id, req) : undefined
    const isInPlace = picture !== undefined && (await replaceInPlace(req, shownIn, picture))
    return isInPlace ? { ...args, overwriteExistingFiles: true } : args
  },
})
