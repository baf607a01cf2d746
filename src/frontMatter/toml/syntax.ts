import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'

import type { Fault } from '../fault.ts'
import type { Parts } from '../split.ts'
import { asReason } from '../../problems/asReason.ts'

/** A file with the syntax tree of its TOML. Ranges in the tree are offsets into `text`. */
export type TomlSyntax = Parts & { text: string; top: AST.TOMLTopLevelTable }

/** A table or inline table that holds keys. */
export type TomlOwner = AST.TOMLKeyValue['parent']

/** A key with its path from the top; excludes keys in arrays. */
export type TomlEntry = { path: string[]; pair: AST.TOMLKeyValue; owner: TomlOwner }

// The parser passes a text of this size as arguments of one call, and needs seconds for far more than anybody writes.
const maxCharacters = 65_536

/** Parses the TOML of a file (version 1.0) into its syntax, or reports the first thing that prevents it. */
export const readTomlSyntax = (
  text: string,
  parts: Parts,
): { ok: true; syntax: TomlSyntax } | { ok: false; fault: Fault } => {
  if (parts.close - parts.start > maxCharacters)
    return { ok: false, fault: { offset: parts.start, ...tooLarge } }
  // As a comment, the opening marker keeps all offsets the same as in the file.
  const opening = text.slice(0, parts.start).replaceAll(/[^\r\n]/g, '#')
  try {
    const program = parseTOML(opening + text.slice(parts.start, parts.close), { tomlVersion: '1.0' })
    return { ok: true, syntax: { ...parts, text, top: program.body[0] } }
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, fault: tomlFault(error) }
    throw error
  }
}

const tooLarge: Omit<Fault, 'offset'> = {
  code: 'too-large',
  message: `The TOML has more than ${maxCharacters} characters.`,
  remedy: 'Shorten it, or write the front matter as YAML.',
}

const tomlFault = ({ index, message }: ParseError): Fault =>
  message.includes('multiple times')
    ? {
        offset: index,
        code: 'duplicate-key',
        message: 'A key appears twice.',
        remedy: 'Remove one of the two.',
      }
    : {
        offset: index,
        code: 'invalid-toml',
        message: `The front matter is not valid TOML: ${asReason(message)}.`,
        remedy: 'Correct the syntax, or put the text in double quotes.',
      }

/** The names of a key; a dotted key has several. */
export const namesOf = ({ keys }: AST.TOMLKey): string[] =>
  keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value))

/** The path of a table; `undefined` for one inside an array of tables, which no path leads to. */
export const pathOf = (table: TomlOwner): string[] | undefined => {
  if (table.type !== 'TOMLTable') return []
  const names = table.resolvedKey.filter((name) => typeof name === 'string')
  return names.length === table.resolvedKey.length ? names : undefined
}

/** The tables of a file that have a header and a path, in order. */
export const tablesOf = ({ top }: TomlSyntax): AST.TOMLTable[] =>
  top.body.filter((node) => node.type === 'TOMLTable').filter((table) => pathOf(table) !== undefined)

/** All keys of a file that a path leads to, including those of inline tables, in order. */
export const entriesOf = (syntax: TomlSyntax): TomlEntry[] => [
  ...entriesIn(syntax.top, []),
  ...tablesOf(syntax).flatMap((table) => entriesIn(table, pathOf(table) ?? [])),
]

const entriesIn = (owner: TomlOwner, parent: string[]): TomlEntry[] =>
  owner.body.flatMap((pair): TomlEntry[] => {
    if (pair.type !== 'TOMLKeyValue') return []
    const path = [...parent, ...namesOf(pair.key)]
    const inside = pair.value.type === 'TOMLInlineTable' ? entriesIn(pair.value, path) : []
    return [{ path, pair, owner }, ...inside]
  })
