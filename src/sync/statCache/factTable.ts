import pMap from 'p-map'
import type { Payload } from 'payload'

import { isRecord } from '../../documents/documents.ts'
import {
  digestAt,
  factCount,
  type FactList,
  factList,
  type FindFact,
  finderOf,
  mergeFacts,
  noFacts,
  type PackedFacts,
} from './packedFacts.ts'

/**
 * The number of parts that facts are stored in, by the first byte of their keys: one changed file writes one part, and
 * the facts of a million files fit into documents of MongoDB.
 */
const partCount = 4

type Part = { facts: PackedFacts; find: FindFact; isConfirmed: Uint8Array; added: FactList }

/** Facts that one run leaves to the next. */
export type FactTable = {
  /** The digest of a fact; undefined if there is none with this key. */
  find: (key: Buffer) => string | undefined
  /** Keeps a fact; false if there is none with this key. */
  confirm: (key: Buffer) => boolean
  /** Adds a packed fact. */
  add: (fact: Buffer) => void
  /** Whether facts were added, or stored ones not confirmed. */
  hasChanged: () => boolean
  /** Stores the facts that were confirmed or added, and no others. */
  save: () => Promise<void>
}

/**
 * Opens facts in Payload's key-value store. `id` identifies what they are about: those about anything else are not used, and
 * are replaced. `isEmpty`: starts without the stored ones.
 */
export const openFacts = async (
  { kv }: Pick<Payload, 'kv'>,
  { id, isEmpty, key }: { id: string; isEmpty: boolean; key: string },
): Promise<FactTable> => {
  const read = async (part: number): Promise<Part & { isStored: boolean }> => {
    const stored: unknown = isEmpty ? undefined : await kv.get(`${key}:${part}`)
    const isStored = isRecord(stored) && stored.id === id && typeof stored.facts === 'string'
    const facts = isStored ? Buffer.from(String(stored.facts), 'base64') : noFacts
    const isConfirmed = new Uint8Array(factCount(facts))
    return { facts, find: finderOf(facts), isConfirmed, added: factList(), isStored }
  }
  const parts = await pMap(Array.from({ length: partCount }).keys(), read)
  const partOf = (key: Buffer): Part | undefined => parts[key.readUInt8(0) % partCount]
  const hasPartChanged = ({ added, isConfirmed }: Part): boolean =>
    added.facts().length > 0 || isConfirmed.includes(0)

  return {
    find: (wanted) => {
      const part = partOf(wanted)
      const at = part?.find(wanted)
      return at === undefined ? undefined : digestAt(part?.facts ?? noFacts, at)
    },
    confirm: (wanted) => {
      const part = partOf(wanted)
      const at = part?.find(wanted)
      if (at === undefined) return false
      if (part) part.isConfirmed[at] = 1
      return true
    },
    add: (fact) => partOf(fact)?.added.add(fact),
    hasChanged: () => parts.some((part) => hasPartChanged(part)),
    save: async () => {
      for (const [at, part] of parts.entries()) {
        if (part.isStored && !hasPartChanged(part)) continue
        const facts = mergeFacts(part.facts, part.added.facts(), (fact) => part.isConfirmed[fact] === 1)
        await kv.set(`${key}:${at}`, { id, facts: facts.toString('base64') })
      }
    },
  }
}
