/** So many paths are stored together, without the beginning that all of them share. */
const perBlock = 16

/** No path contains it. */
const separator = '\0'

/** The number of code units that two texts have in common at their beginnings, without half a character. */
const sharedLength = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length)
  let at = 0
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  return one.slice(0, at).isWellFormed() ? at : at - 1
}

/** Paths in the order of their code units as one text, and back. */
const packed = (paths: readonly string[]): string => {
  // What the first and the last of sorted paths share, all of them do.
  const shared = sharedLength(paths[0] ?? '', paths.at(-1) ?? '')
  return [paths[0]?.slice(0, shared), ...paths.map((path) => path.slice(shared))].join(separator)
}

const unpacked = (text: string): string[] => {
  const [shared = '', ...rests] = text.split(separator)
  return rests.map((rest) => shared + rest)
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
  let bytes = Buffer.alloc(1_024)
  // Where each full block ends in `bytes`, after a 0. The paths after them are in `last`.
  let ends = new Uint32Array(16)
  let full = 0
  let last: string[] = []

  const blockAt = (block: number): string[] =>
    block < full ? unpacked(bytes.toString('utf8', ends[block], ends[block + 1])) : last

  const at = (position: number): string | undefined =>
    position < 0 ? undefined : blockAt(Math.floor(position / perBlock))[position % perBlock]

  /** The last block that begins with a path or with an earlier one. */
  const blockOf = (path: string): number => {
    let low = 0
    let high = last.length > 0 ? full + 1 : full
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((at(middle * perBlock) ?? '') <= path) low = middle
      else high = middle
    }
    return low
  }

  const close = (): void => {
    const block = Buffer.from(packed(last))
    const start = ends[full] ?? 0
    const end = start + block.length
    if (end > bytes.length) bytes = grown(bytes, Buffer.alloc(Math.ceil(1.25 * end)))
    if (full + 1 === ends.length) ends = grown(ends, new Uint32Array(2 * ends.length))
    block.copy(bytes, start)
    full += 1
    ends[full] = end
    last = []
  }

  return {
    push: (path) => {
      last.push(path)
      if (last.length === perBlock) close()
    },
    count: () => full * perBlock + last.length,
    at,
    positionOf: (path) => {
      const block = blockOf(path)
      const index = blockAt(block).indexOf(path)
      return index === -1 ? undefined : block * perBlock + index
    },
    *[Symbol.iterator]() {
      for (let block = 0; block < full; block += 1) yield* blockAt(block)
      yield* last
    },
  }
}
