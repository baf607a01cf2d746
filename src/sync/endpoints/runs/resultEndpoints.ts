import type { Endpoint, PayloadRequest } from 'payload'

import { titledDocuments } from '../../records/documentTitles.ts'
import { type StoredResult, resultsOf } from '../../records/resultPages.ts'
import { json, runEndpoint, type RunEndpointOptions } from './runEndpoint.ts'
import { filteredPageOf, runOfRequest } from './runParameters.ts'

/** Results as a list shows them, with the documents that the author of the request may read. */
const shown = async (req: PayloadRequest, results: readonly StoredResult[]): Promise<object[]> => {
  const collections = new Set(results.flatMap(({ collection }) => collection ?? []))
  const titles = new Map<string, Awaited<ReturnType<typeof titledDocuments>>>()
  for (const collection of collections) {
    const ids = results.flatMap((one) => (one.collection === collection ? (one.document ?? []) : []))
    titles.set(collection, await titledDocuments(req, collection, ids))
  }
  return results.map(({ collection = '', document = '', fields, outcome, path, problems }) => {
    const found = titles.get(collection)?.get(document)
    return { path, outcome, fields, ...(found ? { collection, document: found } : {}), problems }
  })
}

/**
 * `GET /api/answerbook/runs/:id/results?outcome=&code=&page=&limit=`: what a run has done with single files, one page at a
 * time, and how many there are of each outcome and of each code of a problem.
 */
export const resultsEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'get', name: 'runs/:id/results' }, options, async (req) => {
    const { id } = await runOfRequest(req)
    const { code, limit, outcome, page } = filteredPageOf(req)
    const results = resultsOf(req.payload, String(id))
    const found = await results.page({ code, from: (page - 1) * limit, limit, outcome })
    return json({
      docs: await shown(req, found.results),
      totalDocs: found.total,
      page,
      totalPages: Math.max(1, Math.ceil(found.total / limit)),
      limit,
      counts: await results.counts(),
    })
  })

const streamOf = (parts: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await parts.return()
    },
  })

/** `GET /api/answerbook/runs/:id/report`: everything that is known of a run, as JSON to download. */
export const reportEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'get', name: 'runs/:id/report' }, options, async (req) => {
    const row = await runOfRequest(req)
    const { counts, finishedAt, isDry, kind, options: given, problems, startedAt, status, title, who } = row
    const id = String(row.id)
    const head = {
      id,
      title,
      kind,
      status,
      isDry: isDry === true,
      options: given,
      who,
      startedAt,
      finishedAt,
    }
    const results = resultsOf(req.payload, id)
    const parts = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      const encoder = new TextEncoder()
      // The rest is inserted before the closing brace, a row at a time.
      yield encoder.encode(`${JSON.stringify({ ...head, counts, problems }).slice(0, -1)},"results":[`)
      let separator = ''
      for await (const files of results.all()) {
        for (const { scope: _, undecided: __, ...file } of files) {
          yield encoder.encode(`${separator}\n${JSON.stringify(file)}`)
          separator = ','
        }
      }
      yield encoder.encode('\n]}\n')
    }
    return new Response(streamOf(parts()), {
      headers: {
        'Content-Type': 'application/json',
        'Content-Disposition': `attachment; filename="${kind === 'export' ? 'export' : 'import'}-${id}.json"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  })
