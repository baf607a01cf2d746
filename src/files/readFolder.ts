import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { isUtf8 } from 'node:buffer'
import type { Problem } from '../problems/problems.ts'
import { fileProblem } from './fileProblem.ts'
import { isPlainName, unsafeReason } from './paths.ts'
import { kindOf } from './statIfThere.ts'

/** One entry of a folder; paths are relative to the content root. */
export type FolderEntry =
  | { kind: 'file'; path: string }
  | { kind: 'folder'; path: string }
  | { kind: 'problem'; path: string; problem: Problem }

/**
 * Reads one folder without its hidden entries. Entries are in the order in which a walk lists their paths, by code
 * unit: a folder sorts as its name with a slash, so `a-b.md` precedes `a/b.md`.
 *
 * @param prefix What precedes the entries' names in their paths: empty, or a path that ends with a slash.
 * @throws The system's error if the folder cannot be read.
 */
export const readFolder = async (absolute: string, prefix: string): Promise<FolderEntry[]> => {
  const found = await readdir(absolute, { withFileTypes: true })
  return plainFiles(found, prefix) ?? (await classifiedEntries(absolute, prefix, found))
}

/** The entries of a folder that contains nothing but files with plain names, as almost all do; else undefined. */
const plainFiles = (found: readonly Dirent[], prefix: string): FolderEntry[] | undefined => {
  if (!found.every((entry) => entry.isFile() && isPlainName(entry.name))) return undefined
  const names = found.map(({ name }) => name)
  return names.sort().map((name) => ({ kind: 'file', path: prefix + name }))
}

const classifiedEntries = async (
  absolute: string,
  prefix: string,
  found: readonly Dirent[],
): Promise<FolderEntry[]> => {
  const visible = (await namedEntries(absolute, found)).filter(({ name }) => !name.startsWith('.'))
  // Plain names, as almost all are, differ in more than case and form.
  const collisions = visible.every(({ isPlain }) => isPlain)
    ? new Map<string, string[]>()
    : findCollisions(visible.filter(({ isUtf8: isValid }) => isValid).map(({ name }) => name))
  const entries = visible.map((entry) => classify(entry, prefix, collisions.get(entry.name)))
  return sorted(entries)
}

type NamedEntry = { entry: Dirent<Buffer> | Dirent; name: string; isPlain: boolean; isUtf8: boolean }

// Bytes that are not UTF-8 become this character, which a name may also contain.
const replacement = '\ufffd'

const namedEntries = async (absolute: string, found: readonly Dirent[]): Promise<NamedEntry[]> => {
  if (!found.some(({ name }) => name.includes(replacement)))
    return found.map((entry) => ({ entry, name: entry.name, isPlain: isPlainName(entry.name), isUtf8: true }))
  const raw = await readdir(absolute, { encoding: 'buffer', withFileTypes: true })
  return raw.map((entry) => {
    const name = entry.name.toString()
    return { entry, name, isPlain: isPlainName(name), isUtf8: isUtf8(entry.name) }
  })
}

const classify = (
  { entry, isPlain, isUtf8: isValid, name }: NamedEntry,
  prefix: string,
  collidesWith: string[] | undefined,
): FolderEntry => {
  if (entry.isFile() && collidesWith === undefined && isPlain) return { kind: 'file', path: prefix + name }
  const path = prefix + printable(name)
  if (!isValid) return problem(path, 'unsafe-path', 'The name is not valid UTF-8.')
  const reason = unsafeReason(name)
  if (reason !== undefined) return problem(path, 'unsafe-path', `The name was refused: ${reason}.`)
  if (collidesWith !== undefined) {
    const others = collidesWith.map((other) => `"${printable(other)}"`).join(', ')
    return problem(path, 'path-collision', `Differs only in letter case or Unicode form from ${others}.`)
  }
  if (entry.isFile()) return { kind: 'file', path }
  if (entry.isDirectory()) return { kind: 'folder', path }
  return problem(path, 'not-a-regular-file', `This is a ${kindOf(entry)}, which is not followed or opened.`)
}

const problem = (path: string, code: Parameters<typeof fileProblem>[1], message: string): FolderEntry => ({
  kind: 'problem',
  path,
  problem: fileProblem(path, code, message),
})

/** Control characters in a name must not reach a terminal. */
const printable = (name: string): string =>
  name.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)

const sortKey = (entry: FolderEntry): string => (entry.kind === 'folder' ? `${entry.path}/` : entry.path)

/** Sorts by code unit, as `sort` does without a comparator, which is several times as fast. */
const sorted = (entries: readonly FolderEntry[]): FolderEntry[] => {
  const byKey = new Map<string, FolderEntry[]>()
  for (const entry of entries) {
    const key = sortKey(entry)
    const known = byKey.get(key)
    if (known) known.push(entry)
    else byKey.set(key, [entry])
  }
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
}

/**
 * Finds the paths of a list that collide with others, each with the paths that it collides with: `['Learn', 'learn',
 * 'about']` gives `Learn → ['learn'], learn → ['Learn']`.
 */
export const findCollisions = (paths: Iterable<string>): Map<string, string[]> => {
  const firsts = new Map<string, string>()
  const groups = new Map<string, Set<string>>()
  for (const path of paths) {
    const key = collisionKey(path)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, path)
    else groups.set(key, (groups.get(key) ?? new Set([first])).add(path))
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

/**
 * Maps paths that some file systems treat as the same one (they differ only in letter case or Unicode normal form) to
 * the same key.
 */
export const collisionKey = (path: string): string =>
  // Almost all names, which are their own keys.
  /^[\d._a-z-]*$/.test(path) ? path : path.normalize('NFC').toLowerCase().normalize('NFC')
