import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patchFrontMatter } from '../../src/frontMatter/patch.ts'
import { printFrontMatter } from '../../src/frontMatter/print.ts'
import type { Change, FrontMatterValue } from '../../src/frontMatter/types.ts'
import type { Entry } from '../../src/frontMatter/printEntries.ts'
import { anyText, dataOf, generatedFile, format, read, textOf } from './files.ts'

type Data = FrontMatterValue | Entry[]

const isEntries = (data: Data | undefined): data is Entry[] =>
  Array.isArray(data) && data.some((item) => typeof item !== 'string')

/** The data with a key set, in no particular order. */
const withSet = (data: Entry[], [name = '', ...rest]: string[], value: FrontMatterValue): Entry[] => {
  const old = data.find(([key]) => key === name)?.[1]
  const inner: Data = rest.length === 0 ? value : withSet(isEntries(old) ? old : [], rest, value)
  return [...data.filter(([key]) => key !== name), [name, inner]]
}

const withRemoved = (data: Entry[], [name = '', ...rest]: string[]): Entry[] =>
  data.flatMap((entry): Entry[] => {
    if (entry[0] !== name) return [entry]
    const inner = rest.length > 0 && isEntries(entry[1]) ? withRemoved(entry[1], rest) : []
    return inner.length > 0 ? [[name, inner]] : []
  })

const sorted = (data: Data): unknown =>
  isEntries(data)
    ? data.map(([key, value]) => [key, sorted(value)]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
    : data

const pathsOf = (data: Entry[], parent: string[] = []): string[][] =>
  data.flatMap(([key, value]) => {
    const path = [...parent, key]
    return isEntries(value) ? [path, ...pathsOf(value, path)] : [path]
  })

const anyValue = fc.oneof({ weight: 4, arbitrary: anyText }, fc.array(anyText, { maxLength: 4 }))

describe('patchFrontMatter', () => {
  it('patchFrontMatter returns the same file if nothing changes', () => {
    fc.assert(
      fc.property(generatedFile, (file) => {
        const text = textOf(file)
        expect(patchFrontMatter(read(text), [], format)).toBe(text)
        const same = dataOf(text).flatMap(([key, value]): Change[] =>
          isEntries(value) || text.includes('{') ? [] : [{ kind: 'set', key: [key], value }],
        )
        expect(patchFrontMatter(read(text), same, format)).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  it('patchFrontMatter sets any existing key, and changes no line of another', () => {
    fc.assert(
      fc.property(generatedFile, anyValue, fc.nat(), (file, value, pick) => {
        const text = textOf(file)
        const paths = pathsOf(dataOf(text))
        const key = paths[pick % paths.length] ?? []
        const patched = patchFrontMatter(read(text), [{ kind: 'set', key, value }], format)
        expect(sorted(dataOf(patched))).toEqual(sorted(withSet(dataOf(text), key, value)))
        const index = file.chunks.findIndex((chunk) => chunk.key === key[0])
        const before = textOf({ ...file, chunks: file.chunks.slice(0, index), closing: '' })
        const after = textOf({ ...file, opening: '', chunks: file.chunks.slice(index + 1) })
        expect(patched.startsWith(before)).toBe(true)
        expect(patched.endsWith(after)).toBe(true)
        if (file.crlf) expect(patched.slice(0, -after.length)).not.toMatch(/[^\r]\n/)
      }),
      { numRuns: 1000 },
    )
  })

  it('patchFrontMatter changes one line if one word of a wrapped text changes, in every style', () => {
    const word = fc.constantFrom<string>('one', 'two', "it's", '"three"', '\\four', 'fünf', '6.', '(seven)')
    const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 })
    const quoted = (text: string, quote: string): string =>
      quote === '"' ? JSON.stringify(text).slice(1, -1) : text.replaceAll("'", "''")
    const style = fc.constantFrom(['>-\n  ', ''], ['"', '"'], ["'", "'"], ['x', ''])
    fc.assert(
      fc.property(
        lines,
        style,
        fc.nat(),
        fc.nat(),
        (wrapped, [opening = '', closing = ''], pickLine, pickWord) => {
          const written = wrapped
            .map((words) => words.join(' '))
            .map((line) => (closing ? quoted(line, closing) : line))
          const text = `---\na: ${opening}${written.join('\n  ')}${closing}\nb: c\n---\n`
          const line = pickLine % wrapped.length
          const place = pickWord % (wrapped[line]?.length ?? 1)
          const changed = wrapped.map((words, at) => (at === line ? words.with(place, 'CHANGED') : words))
          const value = (opening === 'x' ? 'x' : '') + changed.map((words) => words.join(' ')).join(' ')
          const patched = patchFrontMatter(read(text), [{ kind: 'set', key: ['a'], value }], format)
          const before = text.split('\n')
          const after = patched.split('\n')
          expect(after.length).toBe(before.length)
          expect(after.filter((each, at) => each !== before[at])).toHaveLength(1)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('patchFrontMatter sets several keys, existing or missing, nested or not', () => {
    const key = fc.constantFrom<string[]>(
      ['id'],
      ['seo', 'title'],
      ['seo', 'description'],
      ['question'],
      ['url'],
      ['new key'],
      ['tags'],
    )
    const changes = fc.uniqueArray(fc.tuple(key, anyValue), {
      selector: ([path]) => path.join('.'),
      maxLength: 5,
    })
    fc.assert(
      fc.property(generatedFile, changes, (file, sets) => {
        const text = textOf(file)
        const patched = patchFrontMatter(
          read(text),
          sets.map(([path, value]) => ({ kind: 'set', key: path, value })),
          format,
        )
        const expected = sets.reduce((data, [path, value]) => withSet(data, path, value), dataOf(text))
        expect(sorted(dataOf(patched))).toEqual(sorted(expected))
        for (const chunk of file.chunks) {
          if (sets.some(([path]) => path[0] === chunk.key)) continue
          // A new key may go between a chunk and the blank lines at its end.
          const kept = chunk.text.trim()
          expect(patched).toContain(file.crlf ? kept.replaceAll('\n', '\r\n') : kept)
        }
        if (file.crlf) expect(patched).not.toMatch(/[^\r]\n/)
      }),
      { numRuns: 500 },
    )
  })

  it('patchFrontMatter removes a key and keeps the values of the others', () => {
    fc.assert(
      fc.property(generatedFile, fc.nat(), (file, pick) => {
        const text = textOf(file)
        const paths = pathsOf(dataOf(text))
        const key = paths[pick % paths.length] ?? []
        const patched = patchFrontMatter(read(text), [{ kind: 'remove', key }], format)
        expect(sorted(dataOf(patched))).toEqual(sorted(withRemoved(dataOf(text), key)))
        for (const chunk of file.chunks) {
          if (!chunk.key || chunk.key === key[0]) continue
          expect(patched).toContain(file.crlf ? chunk.text.replaceAll('\n', '\r\n') : chunk.text)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('patchFrontMatter replaces the body and nothing else', () => {
    fc.assert(
      fc.property(generatedFile, anyText, (file, body) => {
        const text = textOf(file)
        const patched = patchFrontMatter(read(text), [{ kind: 'body', body }], format)
        // A blank line keeps a line `---` from closing the front matter again.
        const isApart = file.closing.startsWith('...') && /^---[ \t]*(?:\r?\n|$)/.test(body)
        expect(read(patched).body).toBe(isApart ? (file.crlf ? '\r\n' : '\n') + body : body)
        const [marker = ''] = /^(?:---|\.\.\.)/.exec(file.closing) ?? []
        expect(patched.startsWith(textOf({ ...file, closing: marker }))).toBe(true)
      }),
    )
  })
})

describe('printFrontMatter', () => {
  const key = fc.oneof(
    fc.constantFrom('question', 'answer', 'seo', 'link1', 'title'),
    anyText.filter((text) => !['__proto__', 'constructor', 'prototype', '<<'].includes(text)),
  )
  const { entries } = fc.letrec<{ entries: Entry[]; value: Entry[1] }>((tie) => ({
    entries: fc.uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name, maxLength: 4 }),
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      anyText,
      fc.array(anyText, { maxLength: 3 }),
      tie('entries'),
    ),
  }))

  it('printFrontMatter output parses back to the same values', () => {
    fc.assert(
      fc.property(entries, (data) => {
        const text = printFrontMatter(data, format)
        expect(dataOf(text)).toEqual(data)
        expect(read(text).body).toBe(format.body)
      }),
      { numRuns: 500 },
    )
  })
})
