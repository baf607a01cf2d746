import { collisionKey } from './collisionKey.ts'

/**
 * Finds the paths that collide with another one of the list, each with the others it collides with:
 * `['Learn', 'learn', 'about']` gives `Learn → ['learn'], learn → ['Learn']`.
 */
export const findCollisions = (paths: Iterable<string>): Map<string, string[]> => {
  const groups = new Map<string, Set<string>>()
  for (const path of paths) {
    const key = collisionKey(path)
    groups.set(key, (groups.get(key) ?? new Set<string>()).add(path))
  }
  const collisions = new Map<string, string[]>()
  for (const group of groups.values()) {
    if (group.size === 1) continue
    for (const path of group)
      collisions.set(
        path,
        [...group].filter((other) => other !== path),
      )
  }
  return collisions
}
