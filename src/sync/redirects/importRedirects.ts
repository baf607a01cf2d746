import type { Payload } from 'payload'

import { chunks } from '../../documents/pages.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { redirectCounts, type RedirectReport } from '../report.ts'
import { planRedirects } from './planRedirects.ts'
import { readRedirectList } from './readRedirectList.ts'
import { writeRedirects } from './writeRedirects.ts'

/** Number of redirects per transaction. A longer one would keep editors waiting. */
const batchSize = 25

export type RedirectOptions = {
  payload: Payload
  mappings: readonly Mapping[]
  /** The name of the list, for problems. */
  file: string
  /** The list, in JSON; see `readRedirectList`. */
  text: string
  /** Only plan: nothing is written. Default: false. */
  dryRun?: boolean
  onProgress?: OnProgress
  signal?: AbortSignal
}

/**
 * Creates the redirects of a list: each from an old path to the document that has the new URL, whatever its URL will be
 * later, or to a fixed path or address. Chains are shortened; loops, unknown targets and paths at which something is
 * published are reported. Redirects that exist already are left alone, those with another target are replaced. Throws a
 * ConfigurationError if the text is not a list in JSON.
 */
export const importRedirects = async (options: RedirectOptions): Promise<RedirectReport> => {
  const { dryRun = false, file, mappings, onProgress, payload, signal, text } = options
  const started = performance.now()
  const counts = { ...redirectCounts }
  const items = readRedirectList(file, text, mappings)
  onProgress?.({ phase: 'redirects', done: 0, total: items.length })
  const { planned, problems } = await planRedirects(payload, mappings, { file, items })
  counts.rejected = problems.length
  let done = 0
  for (const batch of chunks(planned, batchSize)) {
    if (signal?.aborted) break
    const written = await writeRedirects(payload, { batch, dryRun, file })
    counts.created += written.created
    counts.updated += written.updated
    counts.unchanged += written.unchanged
    counts.rejected += written.problems.length
    problems.push(...written.problems)
    done += batch.length
    onProgress?.({ phase: 'redirects', done, total: planned.length })
  }
  return { ...counts, problems, seconds: (performance.now() - started) / 1000 }
}
