import { rmSync } from 'node:fs'
import path from 'node:path'

import { codecs, markdownField } from 'answerbook'
import type { CollectionConfig } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { database, skipped } from '../../helpers/bootPayload.ts'
import { bootLanguages, type Languages, openAccess } from '../../helpers/languages.ts'

const locales = ['en', 'de']

const postsWith = (isLocalized: boolean): Partial<CollectionConfig> => ({
  trash: true,
  access: openAccess,
  fields: [
    { name: 'title', type: 'text', required: true, localized: true },
    { name: 'slug', type: 'text', required: true, localized: isLocalized, unique: !isLocalized },
    { name: 'reference', type: 'text', unique: isLocalized },
    { ...markdownField({ name: 'content' }), localized: true },
  ],
})

const mapping = {
  files: 'posts/{locale}/{slug}.md',
  locales,
  frontMatter: {
    title: { field: 'title', codec: codecs.text, required: true },
    reference: 'reference',
  },
}

const text = (title: string, reference: string) =>
  `---\ntitle: "${title}"\nreference: ${reference}\n---\n\nText of ${title}.\n`

const files = {
  'posts/en/winter.md': text('Winter', 'one'),
  'posts/de/winter.md': text('Der Winter', 'one'),
  'posts/en/spring.md': text('Spring', 'two'),
}

describe.skipIf(skipped())(`files in several languages that have moved, on ${database}`, () => {
  let languages: Languages | undefined
  afterEach(() => languages?.blog.close())

  const boot = async (isLocalized: boolean): Promise<Languages> => {
    const key = isLocalized ? 'reference' : 'slug'
    const posts = postsWith(isLocalized)
    languages = await bootLanguages({ locales, mapping: { ...mapping, key }, posts }, files)
    expect(await languages.importAll()).toMatchObject({ created: 3, problems: [] })
    return languages
  }
  const move = async ({ folder, write }: Languages, from: keyof typeof files, to: string): Promise<void> => {
    rmSync(path.join(folder, from))
    await write({ [to]: files[from] })
  }

  it('move together if they share a slug', async () => {
    const site = await boot(false)
    const { id } = await site.read({ slug: 'winter' }, 'en')
    await move(site, 'posts/en/winter.md', 'posts/en/frost.md')
    await move(site, 'posts/de/winter.md', 'posts/de/frost.md')
    const options = { deleteMissing: true, maxDelete: 0 }
    expect(await site.importAll({ ...options, dryRun: true })).toMatchObject({
      moved: 2,
      created: 0,
      problems: [],
    })
    expect(await site.importAll(options)).toMatchObject({ moved: 2, created: 0, deleted: 0, problems: [] })
    expect(await site.read({ slug: 'frost' }, 'en')).toMatchObject({ id, title: 'Winter' })
    expect(await site.read({ slug: 'frost' }, 'de')).toMatchObject({ id, title: 'Der Winter' })
    expect(await site.exportAll()).toMatchObject({ written: 0, removed: 0, unchanged: 3 })
    expect(await site.importAll()).toMatchObject({ unchanged: 3 })
  })

  it('do not move alone if they share a slug', async () => {
    const site = await boot(false)
    const { id } = await site.read({ slug: 'winter' }, 'en')
    await move(site, 'posts/de/winter.md', 'posts/de/frost.md')
    const report = await site.importAll()
    expect(report).toMatchObject({ moved: 0, created: 1 })
    expect(report.problems).toMatchObject([{ code: 'ambiguous-move', path: 'posts/de/frost.md' }])
    expect(await site.read({ slug: 'winter' }, 'en')).toMatchObject({ id, title: 'Winter' })
    expect(await site.read({ slug: 'frost' }, 'de')).toMatchObject({ title: 'Der Winter' })
  })

  it('move alone if each language has its own slug', async () => {
    const site = await boot(true)
    const { id } = await site.read({ slug: 'winter' }, 'en')
    await move(site, 'posts/de/winter.md', 'posts/de/frost.md')
    expect(await site.importAll()).toMatchObject({ moved: 1, created: 0, problems: [] })
    expect(await site.read({ id: String(id) }, 'en')).toMatchObject({ slug: 'winter', title: 'Winter' })
    expect(await site.read({ id: String(id) }, 'de')).toMatchObject({ slug: 'frost', title: 'Der Winter' })
  })
})
