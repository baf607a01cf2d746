import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { UploadError } from '../../../files/errors.ts'

const flag = z
  .enum(['', 'true', 'false'], 'It must be true or false.')
  .transform((value) => value !== 'false')
  .default(false)

const percent = z
  .string()
  .regex(/^(100|\d{1,2}(\.\d+)?)$/, 'It must be a number from 0 to 100.')
  .transform(Number)

const values = z.record(z.string(), z.string('It must be a single text for each field.'))

// Strict, so that a misspelled `dryrun` does not cause a real import.
const importOptions = z
  .strictObject({
    dryRun: flag,
    deleteMissing: flag,
    maxDelete: percent.exactOptional(),
    set: values.exactOptional(),
    takeConflicts: z.enum(['file', 'cms'], 'It must be file or cms.').exactOptional(),
  })
  .refine(({ deleteMissing, maxDelete }) => deleteMissing || maxDelete === undefined, {
    path: ['maxDelete'],
    message: 'It requires deleteMissing.',
  })

const exportOptions = z.strictObject({ drafts: flag, within: values.exactOptional() })

const parse = <Options>(schema: z.ZodType<Options>, { query, searchParams }: PayloadRequest): Options => {
  // Authentication adds its own `depth` to the query.
  const asked = new Set([...searchParams.keys()].map((key) => key.replace(/\[.*/, '')))
  const given = Object.fromEntries(Object.entries(query).filter(([key]) => asked.has(key)))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map(({ message, path }) => [...path, message].join(': '))
  throw new UploadError(sentences.join(' '))
}

/**
 * The options of an import from a query, named like those of `importFiles`: `?dryRun=true&set[tenant]=1`.
 * @throws UploadError that names unknown options and invalid values.
 */
export const importQuery = (req: PayloadRequest): z.infer<typeof importOptions> => parse(importOptions, req)

/** The same for an export: `?drafts=true&within[tenant]=1`. */
export const exportQuery = (req: PayloadRequest): z.infer<typeof exportOptions> => parse(exportOptions, req)
