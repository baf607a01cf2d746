import path from 'node:path'

import type { Payload } from 'payload'

import { UploadError } from '../../files/errors.ts'
import { folderWithin } from '../../files/folderWithin.ts'
import { assertCommittable } from '../../files/git.ts'
import { resolveRoot } from '../../files/paths.ts'
import type { WorkFolder } from '../../files/upload/workFolder.ts'
import type { Mapping } from '../../mapping/types.ts'
import { scopesOf, scopesWithin } from '../scope.ts'
import type { RunRequest } from './runRequest.ts'

/** What runs in the background need of the plugin's options. */
export type RunSetting = {
  mappings: readonly Mapping[]
  /** Folders of the server that they may use, and those below. */
  roots: readonly string[]
  work: WorkFolder
}

/** Where a run reads or writes, and what the history calls it. */
export type RunPlace = { folder: string; about: string }

/**
 * The folder that a request names, on this server; `run` is the id of the run, if it has one already.
 * @throws FolderError, ContentRootError or UploadError if it cannot be used.
 */
export const placeOf = async (
  { roots, work }: RunSetting,
  request: RunRequest,
  run: string,
): Promise<RunPlace> => {
  if (request.kind === 'export') {
    if ('download' in request.target) return { folder: work.exportFolder(run), about: 'download' }
    const folder = await folderWithin(roots, request.target.folder)
    return { folder, about: path.basename(folder) }
  }
  if ('folder' in request.source) {
    const folder = await folderWithin(roots, request.source.folder)
    await resolveRoot(folder)
    return { folder, about: path.basename(folder) }
  }
  const upload = await work.findUpload(request.source.upload)
  if (!upload)
    throw new UploadError('The upload is not on this server, or it has expired. Upload the files again.')
  return { folder: path.join(upload.folder, 'upload'), about: upload.name }
}

/**
 * Finds out whether a request can be carried out, before it begins.
 * @throws FolderError, ContentRootError, UploadError, GitError or ConfigurationError with the reason.
 */
export const checkRequest = async (
  payload: Payload,
  setting: RunSetting,
  request: RunRequest,
): Promise<RunPlace> => {
  const { mappings } = setting
  const place = await placeOf(setting, request, 'new')
  if (request.kind === 'import') await scopesOf(payload, mappings, request.options.set)
  else {
    await scopesWithin(payload, mappings, request.options.within)
    if (request.options.commit) await assertCommittable(place.folder)
  }
  return place
}
