import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { RefusalError } from '../../documents/RefusalError.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { RestoreOptions } from '../import/restoreImport.ts'

const restorable = new Set(['value', 'path', 'links'])

const schemaFor = (mapping: Mapping) => {
  const known = new Set(mappedFields(mapping).flatMap(({ path, role }) => (restorable.has(role) ? path : [])))
  const field = z.string().refine((name) => known.has(name), {
    error: ({ input }) => `The files have no field ${JSON.stringify(input)}.`,
  })
  return z.strictObject({
    fields: z.array(field).min(1, 'Name at least one field, or omit it to restore all.').max(500).optional(),
    updatedAt: z.iso.datetime({ offset: true, error: 'It must be a time in ISO format.' }).optional(),
  })
}

const bodyOf = async (req: PayloadRequest): Promise<unknown> => {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new RefusalError('The body must be JSON.', 400)
  }
}

/**
 * The body of a request that restores an imported file: `{ fields, updatedAt }`, both optional; without a body, all fields
 * are restored. Throws a RefusalError with status 400 that names what is wrong.
 */
export const restoreBody = async (req: PayloadRequest, mapping: Mapping): Promise<RestoreOptions> => {
  const parsed = schemaFor(mapping).safeParse(await bodyOf(req))
  if (parsed.success) return parsed.data
  throw new RefusalError(
    parsed.error.issues.map(({ message, path }) => [...path.slice(0, 1), message].join(': ')).join(' '),
    400,
  )
}
