/** A file with texts that it has in common with the same document at another place, most specific first. */
export type Comparable = {
  path: string
  likenesses: readonly (readonly string[])[]
}

/** Which new file is which missing one, by path, and which new files may be one of several. */
export type Pairs = {
  moves: Map<string, string>
  ambiguous: Map<string, string[]>
}

type Group = { gone: string[]; arrived: string[] }

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Pairs as many files as there are with the same names, if each name occurs once on both sides. */
const byName = ({ arrived, gone }: Group): [arrived: string, gone: string][] => {
  const names = new Map(gone.map((path) => [nameOf(path), path]))
  const pairs = arrived.flatMap((path): [string, string][] => {
    const other = names.get(nameOf(path))
    return other === undefined ? [] : [[path, other]]
  })
  const isComplete =
    gone.length === arrived.length &&
    names.size === gone.length &&
    new Set(arrived.map(nameOf)).size === arrived.length
  return isComplete && pairs.length === arrived.length ? pairs : []
}

const groupsOf = (arrived: readonly Comparable[], gone: readonly Comparable[], tier: number): Group[] => {
  const groups = new Map<string, Group>()
  for (const { likenesses, path } of arrived)
    for (const likeness of new Set(likenesses[tier])) {
      const group = groups.get(likeness) ?? { arrived: [], gone: [] }
      group.arrived.push(path)
      groups.set(likeness, group)
    }
  for (const { likenesses, path } of gone)
    for (const likeness of new Set(likenesses[tier])) groups.get(likeness)?.gone.push(path)
  return [...groups.values()].filter((group) => group.gone.length > 0)
}

/**
 * Decides which new files are missing files at another path. Each tier of likenesses is compared in turn, first the most
 * specific one; a pair must be the only one with its likeness, or as many files must have moved under the same names.
 * Several candidates are never guessed at.
 */
export const pairFiles = (
  arrived: readonly Comparable[],
  gone: readonly Comparable[],
  tiers: number,
): Pairs => {
  const moves = new Map<string, string>()
  const ambiguous: Pairs['ambiguous'] = new Map()
  const used = new Set<string>()
  for (let tier = 0; tier < tiers; tier += 1) {
    const groups = groupsOf(
      arrived.filter(({ path }) => !moves.has(path) && !ambiguous.has(path)),
      gone.filter(({ path }) => !used.has(path)),
      tier,
    )
    for (const group of groups) {
      const [first, ...others] = group.arrived
      const [only, ...more] = group.gone
      const isUnique = others.length === 0 && more.length === 0
      const pairs =
        isUnique && first !== undefined && only !== undefined ? [[first, only] as const] : byName(group)
      for (const [path, from] of pairs) {
        // A text as last exported may be that of another file as last imported.
        if (moves.has(path) || used.has(from)) continue
        moves.set(path, from)
        used.add(from)
      }
      if (pairs.length > 0) continue
      for (const path of group.arrived) ambiguous.set(path, group.gone)
      for (const path of group.gone) used.add(path)
    }
  }
  for (const path of moves.keys()) ambiguous.delete(path)
  return { moves, ambiguous }
}
