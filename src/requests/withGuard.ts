import type { CollectionConfig } from 'payload'

import { allowsBulk } from '../documents/bulkHooks.ts'
import { absentEndpoints } from './absentEndpoints.ts'
import { answerMissingFile } from './answerMissingFile.ts'
import { completeCounts, guardQueries } from './queries/guardQueries.ts'

/** Makes every query of a collection get a response that reveals nothing, and never a 500. */
export const withGuard = (collection: CollectionConfig): CollectionConfig => {
  const { endpoints = [], hooks, upload } = collection
  const files = typeof upload === 'object' ? upload : {}
  return {
    ...collection,
    endpoints: endpoints === false ? false : [...endpoints, ...absentEndpoints(collection)],
    hooks: {
      ...hooks,
      afterOperation: [...(hooks?.afterOperation ?? []), allowsBulk(completeCounts)],
      beforeOperation: [allowsBulk(guardQueries), ...(hooks?.beforeOperation ?? [])],
    },
    ...(upload ? { upload: { ...files, handlers: [...(files.handlers ?? []), answerMissingFile] } } : {}),
  }
}
