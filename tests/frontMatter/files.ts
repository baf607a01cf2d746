import fc from 'fast-check'
import type { Entry } from '../../src/frontMatter/printEntries.ts'
import type {
  FrontMatter,
  FrontMatterNode,
  FrontMatterValue,
  FileFormat,
} from '../../src/frontMatter/types.ts'
import { parseFrontMatter } from '../../src/frontMatter/parse.ts'

/** The format that the tests print in: that of a question file. */
export const format: FileFormat = {
  syntax: 'yaml',
  order: ['id', 'title', 'seo.title', 'seo.description', 'question', 'answer', 'url', 'link'],
  indent: 4,
  indents: { seo: 2 },
  folded: ['question', 'answer', 'seo.description', 'link.title'],
  body: '\n&nbsp;',
}

/** Reads a file that is known to be good. */
export const read = (text: string): FrontMatter => {
  const parsed = parseFrontMatter(text)
  if (!parsed.ok) throw new Error(JSON.stringify({ text, findings: parsed.findings }))
  return parsed.frontMatter
}

const dataOfNode = (node: FrontMatterNode): FrontMatterValue | Entry[] => {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'map') return [...node.entries].map(([key, value]): Entry => [key, dataOfNode(value)])
  return node.items.map((item) => (item.kind === 'scalar' ? item.value : JSON.stringify(dataOfNode(item))))
}

/** The values of a file, without their positions. */
export const dataOf = (text: string): Entry[] => {
  const data = dataOfNode(read(text).root)
  if (!Array.isArray(data)) throw new Error('The root is no map.')
  return data.filter((item) => typeof item !== 'string')
}

/** Any text that a file can hold. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    {
      weight: 5,
      arbitrary: fc
        .array(
          fc.constantFrom(
            ...[
              'a',
              'B c',
              ': ',
              ' #',
              '#',
              '- ',
              '? ',
              '---',
              '...',
              '\n',
              '\n\n',
              ' ',
              '  ',
              '\t',
              '\r',
              "'",
              '"',
              '\\n',
            ],
            ...[
              '\\frac',
              '{',
              '}',
              '[',
              ']',
              ',',
              '&x',
              '*',
              '!',
              '|',
              '>',
              '%',
              '@',
              '`',
              '\u2028',
              '\u0085',
              '\u00a0',
            ],
            ...['\ufeff', 'é', '😀', 'null', '12', '~', '=', '<<'],
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join('')),
    },
  )
  .filter((text) => !/[^\P{Cc}\t\n\r\u007f-\u009f]/u.test(text))

/** A generated file in chunks of whole lines, so that a test can say which of them may change. */
export type GeneratedFile = {
  opening: string
  chunks: { key?: string; text: string }[]
  closing: string
  crlf: boolean
}

export const textOf = ({ opening, chunks, closing, crlf }: GeneratedFile): string => {
  const text = opening + chunks.map((chunk) => chunk.text).join('') + closing
  return crlf ? text.replaceAll('\n', '\r\n') : text
}

/** Every way to write a value after its key. `_` is the margin of the key. */
const values = [
  ...[
    ' plain text\n',
    ' 017\n',
    ' two\n_  lines of it\n',
    ' text # comment\n',
    '\n',
    '   \n',
    ' # only a comment\n',
  ],
  ...['\n_    # above\n_    below\n_  # deep\n', "\n_  'below'\n", '\n_  # deep\n'],
  ...[
    " 'it''s'\n",
    " ''\n",
    " 'two\n_   lines\n\n_   here' # c\n",
    ' "x\\n\\"y\\""\n',
    ' "two\n_   lines \\\n_  on" \n',
    ' ""\n',
  ],
  ...[
    ' >-\n_    one line: # not a comment\n',
    ' >-\n_  two\n_  lines\n\n_  new\n',
    ' >\n_ text\n',
    ' >+\n_   text\n\n\n',
  ],
  ...[
    ' >- # header\n_    text\n_  # low\n',
    ' >2-\n_    indented\n_  text\n',
    ' >-\n',
    ' >-\n\n\n',
    ' |\n',
    ' |+\n\n',
  ],
  ...[
    ' |-\n_   a\n_     b\n',
    ' |\n_  text\n\n',
    ' |+ # keep\n_  text\n\n',
    ' |1\n_  x\n',
    ' |-2\n_    x\n_   \n_  y\n',
  ],
]
const lists = [
  ' [a, "b", c d]\n',
  ' []\n',
  ' [ a , # c\n_  b,\n_ ] # end\n',
  '\n_- a\n_- b # c\n',
  '\n_  - a\n_  # between\n_  - >-\n_     b\n_  - "c"\n\n_  -\n',
]
const maps = [
  ' {x: 1, "y": two}\n',
  ' {}\n',
  ' {x: [a, b], y: {x: z}} # c\n',
  ' { x, y: }\n',
  '\n_  x: 1\n_  # inner\n\n_  y: >-\n_      text\n_  # last\n',
  "\n_ x:\n_   y: '1'\n_   z: |+\n_    a\n\n_ 'y': \n",
]
const foreign = ['\n', '# comment\n', '\n\n# spaced\n\n', '  \n', '# a\n# b\n']
const keys = [
  'id',
  'title',
  'seo',
  'question',
  'answer',
  'url',
  'tags',
  "'quoted key'",
  '"esc\\u0061pe"',
  'key with spaces',
]

const chunk = fc.tuple(
  fc.constantFrom(...values, ...lists, ...maps),
  fc.option(fc.constantFrom(...foreign), { freq: 3 }),
)

export const generatedFile: fc.Arbitrary<GeneratedFile> = fc
  .record({
    bom: fc.boolean(),
    crlf: fc.boolean(),
    keys: fc.shuffledSubarray(keys, { minLength: 1 }),
    chunks: fc.array(chunk, { minLength: keys.length, maxLength: keys.length }),
    margin: fc.constantFrom('', '', '', '  '),
    first: fc.constantFrom('', '# first\n', '\n'),
    closing: fc.constantFrom(
      '---\n\n&nbsp;',
      '---',
      '---  \ntext\n',
      '---\n---\na: b\n...\n',
      '...\ntext\n---\n',
      '...',
    ),
  })
  .map(({ bom, crlf, keys: names, chunks, margin, first, closing }) => ({
    opening: `${bom ? '\ufeff' : ''}---\n${first}`,
    chunks: names.flatMap((key, index) => {
      const [value, after] = chunks[index] ?? ['\n', null]
      const own = {
        key: JSON.parse(key.startsWith('"') ? key : `"${key.replaceAll("'", '')}"`),
        text: margin + key + ':' + value.replaceAll('_', margin),
      }
      if (after === null) return [own]
      // Blank lines after a block scalar can be part of its text.
      const joins = /[|>]/.test(value) && (value.includes('+') ? /^\s+/ : /^ \s*/).exec(after)?.[0]
      if (!joins) return [own, { text: after }]
      return [{ ...own, text: own.text + joins }, { text: after.slice(joins.length) }]
    }),
    closing,
    crlf,
  }))
  .filter((file) => parseFrontMatter(textOf(file)).ok)
