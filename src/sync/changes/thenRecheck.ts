import type { Payload, PayloadRequest, Where } from 'payload'

import { chunks } from '../../documents/pages.ts'
import { inTransaction } from '../../documents/transaction.ts'
import type { Mapping } from '../../mapping/types.ts'
import type { Lease } from '../records/lease.ts'
import { changeKinds, changeRowsOf } from './changeRows.ts'
import { everyDocument, knownDocuments } from './spreadChange.ts'

/** A document whose file an export has written elsewhere than its base is. */
export type Placed = { collection: string; document: string; path: string }

type Run = {
  /** Undefined for a run that writes nothing, and so leaves nothing to compare. */
  lease: Lease | undefined
  mappings: readonly Mapping[]
  /** What the work has placed, once it is done. Default: nothing. */
  placed?: () => readonly Placed[]
}

/** Number of placed documents per transaction. A longer one would keep editors waiting. */
const placedAtOnce = 100

const notePlaced = async (req: PayloadRequest, placed: readonly Placed[]): Promise<void> => {
  const changes = changeRowsOf(req.payload, req)
  for (const collection of new Set(placed.map((one) => one.collection))) {
    const own = placed.filter((one) => one.collection === collection)
    const rows = await changes.ofDocuments(
      collection,
      own.map(({ document }) => document),
    )
    const isKnown = ({ document, path }: Placed): boolean =>
      rows.some((row) => row.kind === 'placed' && row.document === document && row.path === path)
    await changes.add(own.filter((one) => !isKnown(one)).map((one) => ({ ...one, kind: 'placed' })))
  }
}

/** The collections with changes that were compared before the run, or while it went on. */
const collectionsToRecheck = async (payload: Payload, mappings: readonly Mapping[]): Promise<string[]> => {
  const found: string[] = []
  for (const { collection } of mappings) {
    const known: Where = { and: [{ relationTo: { equals: collection } }, { kind: { in: [...changeKinds] } }] }
    if ((await changeRowsOf(payload).find(known, { limit: 1 })).length > 0) found.push(collection)
  }
  return found
}

/**
 * Does the work of a run, and has all documents with changes compared again, since the work may have brought files and
 * documents together, even if it fails halfway. A run that has lost its lease notes nothing: the next one does that at its
 * end. Rethrows the error of the work.
 */
export const thenRecheck = async (
  payload: Payload,
  { lease, mappings, placed = () => [] }: Run,
  work: () => Promise<void>,
): Promise<void> => {
  const note = async (): Promise<void> => {
    if (!lease) return
    const held = (write: (req: PayloadRequest) => Promise<void>): Promise<void> =>
      inTransaction(payload, {}, async (req) => {
        await lease.assertHeld(req)
        await write(req)
      })
    for (const some of chunks(placed(), placedAtOnce)) await held((req) => notePlaced(req, some))
    const collections = await collectionsToRecheck(payload, mappings)
    const all = { document: everyDocument, kind: 'spread', spread: knownDocuments } as const
    if (collections.length > 0)
      await held((req) =>
        changeRowsOf(payload, req).add(collections.map((collection) => ({ collection, ...all }))),
      )
  }
  try {
    await work()
  } catch (error) {
    await note().catch((second: unknown) => {
      // The error of the work is the one to report.
      payload.logger.warn({ err: second, msg: 'Changes could not be noted at the end of a run.' })
    })
    throw error
  }
  await note()
}
