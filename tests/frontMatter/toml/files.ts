import fc from 'fast-check'

import type { FileFormat } from '../../../src/frontMatter/types.ts'
import { parseFrontMatter } from '../../../src/frontMatter/parse.ts'
import { format as yamlFormat } from '../files.ts'

/** The format of the tests, for files with TOML. */
export const format: FileFormat = { ...yamlFormat, syntax: 'toml' }

/** A generated file in chunks of whole lines, each with the path of its key, so that a test knows what may change. */
export type TomlFile = { chunks: { path?: string[]; text: string }[]; crlf: boolean }

export const textOf = ({ chunks, crlf }: TomlFile): string => {
  const text = chunks.map((chunk) => chunk.text).join('')
  return crlf ? text.replaceAll('\n', '\r\n') : text
}

/** Every way a value can be written. */
const values = [
  ...['"text"', "'li\\teral'", '"esc\\n \\"x\\" \\u00e9 \\U0001F600 é"', '""', "''", '"#" # comment'],
  ...[
    '"""\nlines\n\n  of "text" \\\n   joined\n"""',
    "'''\nraw \\ lines\nit's '' two'''",
    '"""one ""line"" """',
  ],
  ...['10', '-1_000.5', '0xff', 'true', 'false # c', 'inf'],
  ...['2024-01-02', '2024-01-02T10:00:00+05:30', '2024-01-02 10:00:00', '10:00:00'],
  ...[
    '[]',
    '["a", \'b\', "c"]',
    '[ "a" , "b", ] # end',
    '[1, 2.5]',
    '[\n  "a", # first\n  "b",\n  # between\n  "c"\n]',
  ],
  ...['[\n\t"a",\n\t"b",\n]', '["a",\n "b"]', '[{ x = 1 }, { x = "y" }]', '[["a"], []]'],
  ...['{ x = 1, "y z" = "two" }', '{}', '{ x.y = { z = [] } }'],
]
const foreign = ['\n', '# comment\n', '\n\n# spaced\n\n', '  \n', '# a\n# b\n']
const keys = [
  'id',
  'title',
  'question',
  'answer',
  'url',
  'tags',
  '"quoted key"',
  "'lit'",
  'seo.title',
  'd.e . f',
]
const tables = ['extra', 'seo.more', '"a b"', 'taxonomies']

const namesOf = (key: string): string[] => key.split('.').map((name) => name.trim().replaceAll(/["']/g, ''))

const chunk = fc.tuple(
  fc.shuffledSubarray(keys, { minLength: 0, maxLength: 4 }),
  fc.array(fc.constantFrom(...values), { minLength: 4, maxLength: 4 }),
  fc.option(fc.constantFrom(...foreign), { freq: 2 }),
  fc.constantFrom('', '', '  '),
)

export const generatedToml: fc.Arbitrary<TomlFile> = fc
  .record({
    opening: fc.constantFrom('+++\n', '\ufeff+++\n', '\n\n+++  \n', '+++\n# first\n'),
    top: chunk,
    names: fc.shuffledSubarray(tables, { minLength: 0, maxLength: 3 }),
    inside: fc.array(chunk, { minLength: 3, maxLength: 3 }),
    last: fc.constantFrom('', '', '[[items]]\nname = "a"\n[[items]]\nname = "b"\n[items.deep]\nx = 1\n'),
    closing: fc.constantFrom('+++\n\nText.\n', '+++', '+++  \n+++\n---\n'),
    crlf: fc.boolean(),
  })
  .map(({ opening, top, names, inside, last, closing, crlf }) => {
    const pairs = (parent: string[], [own, texts, after, margin]: typeof top): TomlFile['chunks'] => [
      ...own.map((key, at) => ({
        path: [...parent, ...namesOf(key)],
        text: `${margin}${key} = ${texts[at] ?? '0'}\n`,
      })),
      ...(after === null ? [] : [{ text: after }]),
    ]
    const sections = names.flatMap((name, at) => [
      { text: `[${name}] # table\n` },
      ...pairs(namesOf(name), inside[at] ?? top),
    ])
    const chunks = [{ text: opening }, ...pairs([], top), ...sections, { text: last }, { text: closing }]
    return { chunks, crlf }
  })
  .filter((file) => parseFrontMatter(textOf(file)).ok)
