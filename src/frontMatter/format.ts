import type { FileFormat } from './types.ts'

const withoutNumber = (name: string): string => name.replace(/\d+$/, '')

/** Path of a key as the format names it: of a numbered block by its prefix. */
const named = (key: string[]): string[] => {
  const [top, ...rest] = key
  return top !== undefined && rest.length > 0 ? [withoutNumber(top), ...rest] : key
}

/** Spaces by which everything inside a top-level key is indented, step by step. */
export const stepOf = (format: FileFormat, key: string[]): number => {
  const top = key[0] ?? ''
  const own = (name: string): number | undefined =>
    Object.hasOwn(format.indents, name) ? format.indents[name] : undefined
  return own(top) ?? own(withoutNumber(top)) ?? format.indent
}

/** Whether the text of a key is always printed folded. */
export const isFolded = (format: FileFormat, key: string[]): boolean =>
  format.folded.includes(key.join('.')) || format.folded.includes(named(key).join('.'))

/** Names of the keys inside `parent` in the order of the format. A series of numbered blocks stands as its prefix. */
export const orderIn = (format: FileFormat, parent: string[]): string[] => {
  const start = parent.length > 0 ? `${parent.join('.')}.` : ''
  const names = format.order
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length).split('.')[0])
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** Whether a key of the file is what a name of the format's order stands for. */
export const isNamed = (key: string, name: string): boolean => key === name || withoutNumber(key) === name
