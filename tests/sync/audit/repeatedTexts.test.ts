import { expect, it } from 'vitest'

import { parseFrontMatter } from '../../../src/frontMatter/parse.ts'
import { bindings } from '../../../src/mapping/bindings.ts'
import { readFile } from '../../../src/mapping/readFile.ts'
import type { Mapping } from '../../../src/mapping/types.ts'
import { repeatedTexts } from '../../../src/sync/audit/repeatedTexts.ts'

const mapping: Mapping = {
  collection: 'posts',
  files: '{locale}/{tenant}/{slug}.md',
  locales: ['en', 'fr'],
  key: 'slug',
  within: 'tenant',
  frontMatter: { title: { field: 'title', required: true } },
}

const codesOf = async (titles: Record<string, string>): Promise<string[]> => {
  const title = bindings(mapping).byField.get('title')
  const check = repeatedTexts({ title, markdown: [], metaTitle: undefined, metaDescription: undefined })
  for (const [path, text] of Object.entries(titles)) {
    const parsed = parseFrontMatter(`---\ntitle: ${text}\n---\n`)
    if (!parsed.ok) throw new Error('The file cannot be parsed.')
    const { frontMatter } = parsed
    check.note({ mapping, path, text, frontMatter, ...readFile(mapping, path, frontMatter) })
  }
  return (await check.list()).map(({ code, path }) => `${path} ${code}`).sort()
}

const title = 'How to make good coffee at home'

it('titles of one language and tenant are compared', async () => {
  expect(
    await codesOf({
      'en/a/one.md': title,
      'en/a/two.md': title.toUpperCase(),
      'en/a/three.md': `${title} slowly`,
    }),
  ).toEqual([
    'en/a/one.md duplicate-title',
    'en/a/one.md similar-title',
    'en/a/three.md similar-title',
    'en/a/two.md duplicate-title',
    'en/a/two.md similar-title',
  ])
})

it.each(['fr/a/one.md', 'en/b/one.md'])('those of %s and en/a/one.md are not', async (other) => {
  expect(await codesOf({ 'en/a/one.md': title, [other]: title })).toEqual([])
  expect(await codesOf({ 'en/a/one.md': title, [other]: `${title} slowly` })).toEqual([])
})
