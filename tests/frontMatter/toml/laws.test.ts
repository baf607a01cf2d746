import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Change, FrontMatterValue } from '../../../src/frontMatter/types.ts'
import type { Entry } from '../../../src/frontMatter/printEntries.ts'
import { patchFrontMatter } from '../../../src/frontMatter/patch.ts'
import { printFrontMatter } from '../../../src/frontMatter/print.ts'
import { anyText, dataOf, read } from '../files.ts'
import { format, generatedToml, textOf, type TomlFile } from './files.ts'

type Data = FrontMatterValue | Entry[]

const isEntries = (data: Data | undefined): data is Entry[] =>
  Array.isArray(data) && data.some((item) => typeof item !== 'string')

/** What a file says, by dotted path; without groups, which hold nothing themselves. */
const flat = (data: Entry[], parent: string[] = []): Map<string, Data> =>
  new Map(
    data.flatMap(([key, value]): [string, Data][] => {
      const path = [...parent, key]
      if (isEntries(value)) return [...flat(value, path)]
      return [[JSON.stringify(path), value]]
    }),
  )

const filled = (text: string): Map<string, Data> =>
  new Map([...flat(dataOf(text))].filter(([, value]) => !Array.isArray(value) || value.length > 0))

const anyValue = fc.oneof(
  { weight: 4, arbitrary: anyText },
  fc.array(anyText, { minLength: 1, maxLength: 4 }),
  fc.constantFrom('10', 'true', '2024-01-02', 'null'),
)

const pathsOf = ({ chunks }: TomlFile): string[][] => chunks.flatMap(({ path }) => (path ? [path] : []))

/** The text before and after the lines of a key. */
const around = ({ chunks, crlf }: TomlFile, path: string[]): { before: string; after: string } => {
  const at = chunks.findIndex((chunk) => JSON.stringify(chunk.path) === JSON.stringify(path))
  return {
    before: textOf({ chunks: chunks.slice(0, at), crlf }),
    after: textOf({ chunks: chunks.slice(at + 1), crlf }),
  }
}

const set = (text: string, key: string[], value: FrontMatterValue): string =>
  patchFrontMatter(read(text), [{ kind: 'set', key, value }], format)

describe('patchFrontMatter with TOML', () => {
  it('patchFrontMatter returns the same TOML file if nothing changes', () => {
    fc.assert(
      fc.property(generatedToml, (file) => {
        const text = textOf(file)
        expect(patchFrontMatter(read(text), [], format)).toBe(text)
        const same = [...flat(dataOf(text))].flatMap(([key, value]): Change[] => {
          const path: unknown = JSON.parse(key)
          const isText =
            !Array.isArray(value) ||
            (value.length > 0 && value.every((item) => typeof item === 'string' && !/^[[{]/.test(item)))
          return Array.isArray(path) && !isEntries(value) && isText && path[0] !== 'items'
            ? [{ kind: 'set', key: path.map(String), value }]
            : []
        })
        expect(patchFrontMatter(read(text), same, format)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('patchFrontMatter sets any existing TOML key, and changes no line of another', () => {
    fc.assert(
      fc.property(generatedToml, anyValue, fc.nat(), (file, value, pick) => {
        const text = textOf(file)
        const paths = pathsOf(file)
        const key = paths[pick % Math.max(paths.length, 1)]
        if (!key) return
        const data = dataOf(text)
        const old = filled(text)
        const inside = [...old.keys()].filter((path) =>
          path.startsWith(JSON.stringify(key).slice(0, -1) + ','),
        )
        if (inside.length > 0) {
          // Setting an inline table to a value replaces it; the keys in it go.
          for (const path of inside) old.delete(path)
        }
        expect(data.length).toBeGreaterThan(0)
        const patched = set(text, key, value)
        expect(filled(patched)).toEqual(new Map([...old, [JSON.stringify(key), value]]))
        const { before, after } = around(file, key)
        expect(patched.startsWith(before)).toBe(true)
        expect(patched.endsWith(after)).toBe(true)
        if (file.crlf) expect(patched).not.toMatch(/[^\r]\n/)
      }),
      { numRuns: 1500 },
    )
  })

  it('patchFrontMatter adds a TOML key, and changes no line', () => {
    const key = fc.constantFrom(
      ...[
        ['new'],
        ['seo', 'description'],
        ['extra', 'new'],
        ['a b', 'c'],
        ['x', 'y', 'z'],
        ['extra', 'm', 'n'],
      ],
    )
    fc.assert(
      fc.property(generatedToml, key, anyValue, (file, path, value) => {
        const text = textOf(file)
        const patched = set(text, path, value)
        const sorted = (map: Map<string, Data>): unknown => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(filled(patched))).toEqual(
          sorted(new Map([...filled(text), [JSON.stringify(path), value]])),
        )
        const left = patched.split('\n')
        // Every line of the file is there, in the same order.
        let at = 0
        for (const line of text.split('\n')) {
          at = left.indexOf(line, at)
          expect(at).toBeGreaterThanOrEqual(0)
          at += 1
        }
      }),
      { numRuns: 800 },
    )
  })

  it('patchFrontMatter removes a TOML key, and keeps the lines of the others', () => {
    fc.assert(
      fc.property(generatedToml, fc.nat(), (file, pick) => {
        const text = textOf(file)
        const paths = pathsOf(file)
        const key = paths[pick % Math.max(paths.length, 1)]
        if (!key) return
        const patched = patchFrontMatter(read(text), [{ kind: 'remove', key }], format)
        const rest = new Map(filled(text))
        const own = JSON.stringify(key)
        for (const path of rest.keys())
          if (path === own || path.startsWith(`${own.slice(0, -1)},`)) rest.delete(path)
        expect(filled(patched)).toEqual(rest)
        expect(patched.endsWith(around(file, key).after)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('patchFrontMatter puts any body after TOML front matter', () => {
    fc.assert(
      fc.property(generatedToml, anyText, (file, body) => {
        const text = textOf(file)
        const patched = patchFrontMatter(read(text), [{ kind: 'body', body }], format)
        expect(dataOf(patched)).toEqual(dataOf(text))
        expect(read(patched).body.trimEnd()).toBe(body.trimEnd())
      }),
      { numRuns: 300 },
    )
  })
})

describe('printFrontMatter with TOML', () => {
  it('printFrontMatter prints TOML that parses back to the same values', () => {
    const keys = fc.uniqueArray(fc.oneof(fc.constantFrom('a', 'b-c', 'd e', 'ü'), anyText), {
      minLength: 1,
      maxLength: 5,
    })
    const value = fc.oneof(anyText, fc.array(anyText, { maxLength: 3 }))
    const nested = fc.oneof(
      { weight: 3, arbitrary: value },
      fc.tuple(fc.constantFrom('x', 'y z'), value).map(([key, inner]): Entry[] => [[key, inner]]),
    )
    fc.assert(
      fc.property(keys, fc.array(nested, { minLength: 5, maxLength: 5 }), (names, values) => {
        const entries = names
          .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name))
          .map((name, at): Entry => [name, values[at] ?? ''])
        const text = printFrontMatter(entries, format)
        expect(text.startsWith('+++\n')).toBe(true)
        const sorted = (data: Entry[]): unknown => [...flat(data)].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(dataOf(text))).toEqual(sorted(entries))
      }),
      { numRuns: 500 },
    )
  })
})
