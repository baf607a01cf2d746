import xxhash from 'xxhash-wasm'

import type { FileStat } from '../../files/fileStat.ts'

/**
 * Facts as bytes, sorted: that the file with a path and a status has a digest. Each has a hash of path and status, and the
 * first 16 bytes of the digest, so that the facts of a whole site take less than a megabyte.
 */
export type PackedFacts = Buffer

/** Facts that were stored in another format are not used. */
export const factFormat = 4

const keyBytes = 8
const digestBytes = 16
const factBytes = keyBytes + digestBytes

/** No facts. */
export const noFacts: PackedFacts = Buffer.alloc(0)

/** The number of facts. */
export const factCount = (facts: PackedFacts): number => facts.length / factBytes

// Used again for each key: a site has tens of thousands of them. No path of a file system is longer.
const hashed = new Uint8Array(4 * 8 + 4_096)
const numbers = new Float64Array(hashed.buffer, 0, 4)
const text = Buffer.from(hashed.buffer, 4 * 8)

/** The key of a file with a status, valid until the next call. Its first byte is evenly distributed. */
export type FactKey = (path: string, stat: FileStat) => Buffer

/** Prepares for making keys. A cryptographic hash would take longer than finding the fact. */
export const factKeys = async (): Promise<FactKey> => {
  const hasher = await xxhash()
  const key = Buffer.alloc(keyBytes)
  return (path, { ctimeMs, ino, mtimeMs, size }) => {
    numbers[0] = size
    numbers[1] = mtimeMs
    numbers[2] = ctimeMs
    numbers[3] = ino
    const used = hashed.subarray(0, numbers.byteLength + text.write(path))
    // Two hashes of 32 bits take half as long as one of 64, which is a big integer.
    key.writeUInt32BE(hasher.h32Raw(used, 0), 0)
    key.writeUInt32BE(hasher.h32Raw(used, 1), 4)
    return key
  }
}

/** A fact as bytes. `digest` is in hexadecimal. */
export const packFact = (key: Buffer, digest: string): Buffer =>
  Buffer.concat([key.subarray(0, keyBytes), Buffer.from(digest.slice(0, 2 * digestBytes), 'hex')])

/** Finds the position of the fact with a key; undefined if there is none. */
export type FindFact = (key: Buffer) => number | undefined

/** Prepares for finding many facts. */
export const finderOf = (facts: PackedFacts): FindFact => {
  // Where the facts begin whose keys have the same first half: facts are sorted.
  const firsts = new Map<number, number>()
  for (let at = factCount(facts) - 1; at >= 0; at -= 1) firsts.set(facts.readInt32BE(at * factBytes), at)
  const end = facts.length
  return (key) => {
    const half = key.readInt32BE(0)
    const rest = key.readInt32BE(4)
    const first = firsts.get(half)
    if (first === undefined) return undefined
    for (let start = first * factBytes; start < end && facts.readInt32BE(start) === half; start += factBytes)
      if (facts.readInt32BE(start + 4) === rest) return start / factBytes
    return undefined
  }
}

/** The beginning of the digest of the fact at a position, in hexadecimal. */
export const digestAt = (facts: PackedFacts, at: number): string =>
  facts.toString('hex', at * factBytes + keyBytes, (at + 1) * factBytes)

/** Whether a digest begins with the digest of a fact. */
export const isDigest = (digest: string | undefined, beginning: string): boolean =>
  digest?.startsWith(beginning) === true

/** Facts that are added one by one, in any order. */
export type FactList = { add: (fact: Buffer) => void; facts: () => Buffer }

/** An empty list of facts: one buffer that grows, since a buffer for each takes several times as much memory. */
export const factList = (): FactList => {
  let bytes = Buffer.alloc(factBytes)
  let length = 0
  return {
    add: (fact) => {
      if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length)
      length += fact.copy(bytes, length)
    },
    facts: () => bytes.subarray(0, length),
  }
}

const compareKeys = (facts: Buffer, a: number, b: number): number =>
  facts.compare(facts, b * factBytes, b * factBytes + keyBytes, a * factBytes, a * factBytes + keyBytes)

/** The facts that are kept, with others added; an added fact replaces the one with its key. `added` need not be sorted. */
export const mergeFacts = (
  facts: PackedFacts,
  added: Buffer,
  isKept: (at: number) => boolean,
): PackedFacts => {
  const all = Buffer.concat([facts, added])
  const known = factCount(facts)
  // An array, since sorting two sorted lists takes one comparison for each; typed arrays take as many as for unsorted ones.
  const order = Array.from({ length: factCount(all) }, (_, at) => at)
    .filter((at) => at >= known || isKept(at))
    .sort((a, b) => compareKeys(all, a, b) || a - b)
  const merged = Buffer.alloc(order.length * factBytes)
  let length = 0
  order.forEach((at, position) => {
    const next = order[position + 1]
    if (next === undefined || compareKeys(all, at, next) !== 0)
      length += all.copy(merged, length, at * factBytes, (at + 1) * factBytes)
  })
  return merged.subarray(0, length)
}
