/** One of so many paths is stored whole; the ones between store only what follows the beginning they share. */
const perBlock = 16

const headSize = 4

/** Number of bytes that two paths have in common at their beginnings. */
const sharedBytes = (one: Buffer, other: Buffer): number => {
  const most = Math.min(one.length, other.length)
  let at = 0
  while (at < most && one[at] === other[at]) at += 1
  return at
}

const grown = <Numbers extends Uint8Array | Uint32Array>(from: Numbers, to: Numbers): Numbers => {
  to.set(from)
  return to
}

/** Paths in the order of their code units, which are added once; see `pathList`. */
export type PathList = Iterable<string> & {
  /** The number of paths. */
  count: () => number
  /** The path at a position from 0; undefined after the last one. */
  at: (position: number) => string | undefined
  /** The position of a path; undefined if it is not in the list. */
  positionOf: (path: string) => number | undefined
}

/**
 * A list of paths in two typed arrays: as texts, those of a large site would take several times as much memory. Add them in
 * the order of their code units.
 */
export const pathList = (): PathList & { push: (path: string) => void } => {
  // For each path the number of bytes that it shares with the previous one, the number of others, and the others.
  let bytes = Buffer.alloc(1_024)
  let used = 0
  let count = 0
  let blocks = new Uint32Array(16)
  let last = Buffer.alloc(0)
  let decoded = Buffer.alloc(256)

  /** Decodes the paths of a block, one after the other, until `isLast` is true. */
  const decode = (block: number, isLast: (index: number, path: Buffer) => boolean): void => {
    const end = Math.min(perBlock, count - block * perBlock)
    let at = blocks[block] ?? 0
    for (let index = 0; index < end; index += 1) {
      const shared = bytes.readUInt16LE(at)
      const length = bytes.readUInt16LE(at + 2)
      at += headSize
      bytes.copy(decoded, shared, at, at + length)
      at += length
      if (isLast(index, decoded.subarray(0, shared + length))) return
    }
  }

  const at = (position: number): string | undefined => {
    let found: string | undefined
    if (position >= 0 && position < count)
      decode(Math.floor(position / perBlock), (index, path) => {
        if (index < position % perBlock) return false
        found = path.toString()
        return true
      })
    return found
  }

  /** The last block that begins with a path or with an earlier one. */
  const blockOf = (path: string): number => {
    let low = 0
    let high = Math.ceil(count / perBlock)
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((at(middle * perBlock) ?? '') <= path) low = middle
      else high = middle
    }
    return low
  }

  return {
    push: (path) => {
      const next = Buffer.from(path)
      const shared = count % perBlock === 0 ? 0 : sharedBytes(last, next)
      const end = used + headSize + next.length - shared
      if (next.length > decoded.length) decoded = Buffer.alloc(2 * next.length)
      if (end > bytes.length) bytes = grown(bytes, Buffer.alloc(Math.ceil(1.25 * end)))
      if (count % perBlock === 0) {
        const block = count / perBlock
        if (block === blocks.length) blocks = grown(blocks, new Uint32Array(2 * block))
        blocks[block] = used
      }
      bytes.writeUInt16LE(shared, used)
      bytes.writeUInt16LE(next.length - shared, used + 2)
      next.copy(bytes, used + headSize, shared)
      used = end
      last = next
      count += 1
    },
    count: () => count,
    at,
    positionOf: (path) => {
      const wanted = Buffer.from(path)
      const block = blockOf(path)
      let position: number | undefined
      decode(block, (index, found) => {
        if (!wanted.equals(found)) return false
        position = block * perBlock + index
        return true
      })
      return position
    },
    *[Symbol.iterator]() {
      for (let block = 0; block * perBlock < count; block += 1) {
        const paths: string[] = []
        decode(block, (_, path) => {
          paths.push(path.toString())
          return false
        })
        yield* paths
      }
    },
  }
}
