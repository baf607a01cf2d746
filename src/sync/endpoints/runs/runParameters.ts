import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { StoredDocument } from '../../../documents/documents.ts'
import { RefusalError } from '../../../documents/RefusalError.ts'
import { slugsOf } from '../../../documents/registeredOptions.ts'
import { rowsOf } from '../../../documents/rows.ts'
import { UploadError } from '../../../files/errors.ts'
import { translate } from '../../../translations/translate.ts'

/** The row of the run whose id is in the path of a request. Throws a RefusalError with status 404 if there is none. */
export const runOfRequest = async (req: PayloadRequest): Promise<StoredDocument> => {
  const id = req.routeParams?.id
  const { payload } = req
  const { runs } = slugsOf(payload)
  // With ids of another type, Postgres would refuse the query.
  const isNumber = payload.db.defaultIDType === 'number'
  const known = typeof id === 'string' && (!isNumber || /^\d{1,15}$/.test(id))
  const row = known ? await rowsOf(payload).findById(runs, isNumber ? Number(id) : id) : undefined
  if (!row) throw new RefusalError(translate(req, 'answerbook:messages:notFound'), 404)
  return row
}

/** The body of a request as JSON. @throws UploadError if it is anything else. */
export const bodyOf = async (req: PayloadRequest): Promise<unknown> => {
  const body: unknown = await req.json?.().catch(() => undefined)
  if (body === undefined) throw new UploadError('Send JSON.')
  return body
}

/** Checks a value by a schema. @throws UploadError that names unknown keys and invalid values. */
export const checked = <Value>(schema: z.ZodType<Value>, value: unknown): Value => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UploadError(
    parsed.error.issues.map(({ message, path }) => [...path, message].join(': ')).join(' '),
  )
}

const number = (max: number, standard: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'It must be a whole number.')
    .transform(Number)
    .pipe(z.number().min(1, 'It must be at least 1.').max(max, `It must be at most ${max}.`))
    .default(standard)

const page = { page: number(1_000_000, 1), limit: number(200, 20) }

const filtered = z.strictObject({ ...page, outcome: z.string().optional(), code: z.string().optional() })

const paged = z.strictObject(page)

const queryOf = ({ searchParams }: PayloadRequest): Record<string, string> =>
  Object.fromEntries([...searchParams].filter(([, value]) => value !== ''))

/** Which page of a list a request wants: `?page=2&limit=50`. @throws UploadError for anything else. */
export const pageOf = (req: PayloadRequest): z.infer<typeof paged> => checked(paged, queryOf(req))

/** The same, with filters: `?outcome=created&code=unresolved-link`. */
export const filteredPageOf = (req: PayloadRequest): z.infer<typeof filtered> =>
  checked(filtered, queryOf(req))
