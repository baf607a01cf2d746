import type { CollectionBeforeDeleteHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { fileNamesOf, pictureUses, type ShownIn } from './pictureUses.ts'
import { isDocumentId, type StoredDocument } from '../documents/documents.ts'
import { RefusalError } from '../documents/RefusalError.ts'
import { rowsOf } from '../documents/rows.ts'

const refuse = (uses: number, collection: string, remedy: string): never => {
  const which = uses === 1 ? `1 of the ${collection} shows` : `${uses} ${collection} show`
  throw new RefusalError(`${which} this picture, drafts and the trash included. ${remedy}`, 409)
}

const usesOf = async (req: PayloadRequest, shownIn: ShownIn, names: readonly string[]): Promise<number> =>
  names.length === 0 ? 0 : (await pictureUses(req, shownIn, names)).size

/** Where a picture is shown, the new file takes the name of the old one, so that it is shown in its place. */
const replaceInPlace = async (
  req: PayloadRequest,
  shownIn: ShownIn,
  picture: StoredDocument,
): Promise<boolean> => {
  const { file } = req
  const [name, ...sizes] = fileNamesOf(picture)
  if (!file || name === undefined) return false
  const { collection } = shownIn
  const uses = await usesOf(req, shownIn, [name, ...sizes])
  if (uses === 0) return false
  const ofSizes = await usesOf(req, shownIn, sizes)
  if (ofSizes > 0)
    refuse(
      ofSizes,
      collection,
      'They show a size of it, which a new file would not have. Link to the whole picture first.',
    )
  if (file.mimetype !== picture.mimeType)
    refuse(
      uses,
      collection,
      `Replace it with a file of its type, ${String(picture.mimeType)}, or upload another picture.`,
    )
  file.name = name
  return true
}

/**
 * Pictures that texts show are not lost: deleting one is refused, with how many documents show it, and a new file for one
 * takes its name, so that all texts show the new file; a file of another type is refused.
 */
export const keepShownPictures = (
  shownIn: ShownIn,
): { beforeDelete: CollectionBeforeDeleteHook; beforeOperation: CollectionBeforeOperationHook } => ({
  beforeDelete: async ({ collection, id, req }) => {
    const picture = await rowsOf(req.payload).findById(collection.slug, id, req)
    const uses = picture ? await usesOf(req, shownIn, fileNamesOf(picture)) : 0
    if (uses > 0) refuse(uses, shownIn.collection, 'Take it out of their texts first.')
  },
  beforeOperation: async ({ args, collection, operation, req }) => {
    if (operation !== 'update' || !req.file) return args
    const given: unknown = 'id' in args ? args.id : undefined
    const id = isDocumentId(given) ? given : undefined
    if (id === undefined) throw new RefusalError('Replace the file of one picture at a time.', 400)
    // How often a picture is shown, drafts included, is for those who may change it.
    const mayChange = args.overrideAccess || (await collection.access.update({ id: String(id), req }))
    const picture = mayChange ? await rowsOf(req.payload).findById(collection.slug, id, req) : undefined
    const isInPlace = picture !== undefined && (await replaceInPlace(req, shownIn, picture))
    return isInPlace ? { ...args, overwriteExistingFiles: true } : args
  },
})
