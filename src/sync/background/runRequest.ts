import { z } from 'zod'

const flag = z.boolean().exactOptional()
const values = z.record(z.string(), z.string()).exactOptional()
const folder = z.strictObject({ folder: z.string().min(1) })

// Strict, so that a misspelled `dryrun` does not cause a real import.
const importRequest = z.strictObject({
  kind: z.literal('import'),
  source: z.union([folder, z.strictObject({ upload: z.uuid() })]),
  options: z
    .strictObject({
      dryRun: flag,
      deleteMissing: flag,
      maxDelete: z.number().min(0).max(100).exactOptional(),
      takeConflicts: z.enum(['file', 'cms']).exactOptional(),
      full: flag,
      set: values,
    })
    .refine(({ deleteMissing, maxDelete }) => deleteMissing === true || maxDelete === undefined, {
      path: ['maxDelete'],
      message: 'It requires deleteMissing.',
    })
    .default({}),
})

const exportRequest = z
  .strictObject({
    kind: z.literal('export'),
    target: z.union([folder, z.strictObject({ download: z.literal(true) })]),
    options: z
      .strictObject({
        drafts: flag,
        overwrite: flag,
        commit: z.strictObject({ message: z.string().trim().min(1).max(10_000) }).exactOptional(),
        within: values,
      })
      .default({}),
  })
  .refine(({ options, target }) => !options.commit || 'folder' in target, {
    path: ['options', 'commit'],
    message: 'It requires a folder.',
  })

const runRequest = z.discriminatedUnion('kind', [importRequest, exportRequest])

/** An import or export that was requested to run in the background. */
export type RunRequest = z.infer<typeof runRequest>

/** Checks a request: the request, or a sentence that names unknown keys and invalid values. */
export const parseRunRequest = (value: unknown): RunRequest | { reason: string } => {
  const parsed = runRequest.safeParse(value)
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map(({ message, path }) => [...path, message].join(': '))
  return { reason: sentences.join(' ') }
}
