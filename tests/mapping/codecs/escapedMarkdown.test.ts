import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleMapping } from '../../../collections/articleMapping.ts'
import { scalarAt } from '../../../src/frontMatter/parse.ts'
import { decodeEscapes, encodeEscapes, formOfEscapes } from '../../../src/markdown/escapes.ts'
import { escapedMarkdown } from '../../../src/mapping/codecs/index.ts'
import { corpusFiles } from '../../helpers/corpusFiles.ts'
import { parsed } from '../mappings.ts'

const answers = corpusFiles().map(({ text }) => scalarAt(parsed(text), ['answer'])?.value ?? '')

const encoded = (value: string): string => {
  const raw = escapedMarkdown.encode(value)
  if (typeof raw !== 'string') throw new Error('Expected a text.')
  return raw
}

const pieces = fc.constantFrom(
  '\n',
  '\n\n',
  '$',
  '$$',
  '`',
  '```\n',
  '\\n',
  '\\',
  'u',
  ' ',
  '"',
  'eq',
  '\n- a',
  '$x \\neq y$',
)

it('the article mapping reads answers with escapedMarkdown', () => {
  expect(articleMapping.frontMatter.answer).toMatchObject({ codec: escapedMarkdown })
})

describe.skipIf(answers.length === 0)('real answers', () => {
  it('real answers survive the round trip, with little ambiguity', () => {
    let doubts = 0
    for (const raw of answers) {
      const { text, findings } = decodeEscapes(raw)
      doubts += findings.length
      expect(encodeEscapes(text, formOfEscapes(raw))).toBe(raw)
    }
    expect(doubts).toBeLessThan(answers.length / 200)
  })

  it('real answers can be edited anywhere', () => {
    let lines = 0
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.nat(30),
      piece: pieces,
    })
    const runs = 20_000
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (raw, edits) => {
          let text = decodeEscapes(raw).text
          for (const { at, gone, piece } of edits) {
            const index = Math.floor(at * text.length)
            text = text.slice(0, index) + piece + text.slice(index + gone)
          }
          const written = encoded(text)
          if (formOfEscapes(written) === 'lines') lines += 1
          expect(decodeEscapes(written).text).toBe(text)
        },
      ),
      { numRuns: runs },
    )
    // Real line breaks are the last resort, even for edits as odd as these.
    expect(lines).toBeLessThan(runs / 8)
  })
})
