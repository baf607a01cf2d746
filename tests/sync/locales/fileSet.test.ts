import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Mapping } from '../../../src/mapping/types.ts'
import { isSource, pagesByLocale, sourceOf } from '../../../src/sync/locales/fileSet.ts'
import type { KnownFile } from '../../../src/sync/records/fileRows.ts'

const locales = ['en', 'de', 'pt-br']

const mapping: Mapping = {
  collection: 'posts',
  files: ['posts/{slug}.md', 'posts/{slug}.{locale}.md'],
  locales,
  key: 'slug',
  frontMatter: { title: 'title' },
}

const pathOf = (slug: string, locale: string): string =>
  locale === 'en' ? `posts/${slug}.md` : `posts/${slug}.${locale}.md`

const rowAt = (path: string): KnownFile => ({
  id: path,
  path,
  digest: 'x',
  exportedDigests: [],
  conflicts: [],
  collection: 'posts',
  document: '1',
})

const files = fc.uniqueArray(
  fc.record({ slug: fc.stringMatching(/^[a-z]{1,3}$/), locale: fc.constantFrom(...locales) }),
  { selector: ({ locale, slug }) => pathOf(slug, locale) },
)

describe('pagesByLocale', () => {
  it('pagesByLocale returns each path once, in pages of one locale, in the order of the locales', () => {
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 4 }), (all, pageSize) => {
        const paths = all.map(({ locale, slug }) => pathOf(slug, locale))
        const pages = [...pagesByLocale(mapping, paths, pageSize)]
        expect(pages.flat().toSorted()).toEqual(paths.toSorted())
        const localeAt = new Map(all.map(({ locale, slug }) => [pathOf(slug, locale), locale]))
        const ofPages = pages.map((page) => [...new Set(page.map((path) => localeAt.get(path) ?? ''))])
        for (const [at, page] of pages.entries()) {
          expect(page.length).toBeLessThanOrEqual(pageSize)
          expect(ofPages[at]).toHaveLength(1)
        }
        const order = ofPages.flat().map((locale) => locales.indexOf(locale))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('sourceOf', () => {
  it('sourceOf returns the file of the first locale, regardless of the order of rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(locales, { minLength: 1 }), (present) => {
        const rows = present.map((locale) => rowAt(pathOf('a', locale)))
        const first = locales.find((locale) => present.includes(locale)) ?? ''
        expect(sourceOf(mapping, rows)?.path).toBe(pathOf('a', first))
        const sources = locales.filter((locale) =>
          isSource(
            mapping,
            rows.filter(({ path }) => path !== pathOf('a', locale)),
            locale,
          ),
        )
        expect(sources.filter((locale) => present.includes(locale))).toEqual([first])
      }),
    )
  })
})
