import { describe, expect, it } from 'vitest'

import type { ImportOptions } from '../../src/sync/import/types.ts'
import { findRedirect } from '../../src/urls/redirects/findRedirect.ts'
import { brokenTexts } from '../fixtures/brokenTexts.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { pathOf, urlOf, useDeliveries } from '../helpers/useDeliveries.ts'

type Lines = Record<string, string | undefined>

/** The lines of an article that says the same wherever its file is. */
const about = (topic: string, lines: Lines = {}): Lines => ({
  title: undefined,
  article_title: undefined,
  question: `question: What is ${topic}?`,
  answer: `answer: >-\n    ${topic} is explained here.\\n\\nIn two paragraphs.`,
  ...lines,
})
const newDate: Lines = { date: 'date: 2026-01-02' }
const newAnswer: Lines = { answer: 'answer: Something else.' }

const linkTo = (topic: string, place: string): Lines => ({
  links: `related_article1:\n    id: 1\n    title: >-\n        What is ${topic}?\n    subject: biology\n    url: ${urlOf(place)}`,
})

const edited = (text: string | undefined): string | undefined =>
  text?.replace('author: Answerbook', 'author: An editor')
const byEditor = { author: 'An editor' }

const topics = (count: number): string[] => Array.from({ length: count }, (_, at) => `topic-${at}`)

describe.skipIf(skipped())(`hard deliveries, on ${database}`, () => {
  const site = useDeliveries()
  const { at, count, edit, exported, files, find, give, put, remove } = site

  /** Imports after a dry run that must announce the same. */
  const take = async (options: Partial<ImportOptions> = {}) => {
    const announced = await site.take({ ...options, dryRun: true })
    const report = await site.take(options)
    const { problems, seconds: _seconds, ...counts } = report
    expect(announced).toMatchObject(counts)
    return { ...counts, codes: problems.map(({ code }) => code).sort() }
  }
  const move = (from: string, to: string, lines: Lines): void => {
    remove(from)
    put(to, lines)
  }
  /** The folder as it is, with the changes of editors in the files of some places. */
  const folderWith = (...places: string[]): Record<string, string | undefined> => {
    const folder = files()
    for (const place of places) expect(edited(folder[pathOf(place)])).not.toBe(folder[pathOf(place)])
    return {
      ...folder,
      ...Object.fromEntries(places.map((place) => [pathOf(place), edited(folder[pathOf(place)])])),
    }
  }
  const idsByUrl = async (): Promise<Map<unknown, unknown>> => {
    const { docs } = await site.payload().find({ collection: 'articles', limit: 0, depth: 0, trash: true })
    return new Map(docs.map(({ id, url }) => [url, id]))
  }

  it.each([{ deleteMissing: false }, { deleteMissing: true }])(
    'deletes nothing when most of the folder disappears, and imports the rest, %o',
    async ({ deleteMissing }) => {
      for (const topic of topics(20)) put(`biology/${topic}`, about(topic))
      await take()
      const ids = await idsByUrl()
      for (const topic of ['topic-0', 'topic-9']) await edit(`biology/${topic}`, byEditor)
      const whole = files()
      for (const topic of topics(20).slice(4)) remove(`biology/${topic}`)
      put('biology/topic-1', about('topic-1', newDate))
      put('biology/new', about('new'))
      expect(await take({ deleteMissing })).toMatchObject({
        created: 1,
        updated: 1,
        unchanged: 3,
        moved: 0,
        deleted: 0,
        codes: deleteMissing ? ['delete-limit'] : [],
      })
      for (const topic of topics(20).slice(4))
        site.write(`biology/${topic}`, whole[pathOf(`biology/${topic}`)] ?? '')
      const expected = folderWith('biology/topic-0', 'biology/topic-9')
      expect(await exported()).toEqual(expected)
      expect(await take({ deleteMissing, maxDelete: 0 })).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 21,
        deleted: 0,
        codes: [],
      })
      expect(await exported()).toEqual(expected)
      expect(await idsByUrl()).toEqual(
        new Map([...ids, [urlOf('biology/new'), (await at('biology/new')).id]]),
      )
    },
  )

  it.each([{ deleteMissing: false }, { deleteMissing: true, maxDelete: 0 }])(
    'keeps the articles of broken files until a good delivery, %o',
    async (options) => {
      const places = topics(2 * brokenTexts.length).map((topic) => `biology/${topic}`)
      const [broken, good] = [places.slice(0, brokenTexts.length), places.slice(brokenTexts.length)]
      for (const [at, place] of places.entries()) put(place, about(`topic-${at}`))
      await take()
      const ids = await idsByUrl()
      const [first = '', second = ''] = [broken[0], good[0]]
      for (const place of [first, second]) await edit(place, byEditor)
      const before = folderWith(first, second)
      for (const [at, place] of places.entries()) put(place, about(`topic-${at}`, newDate))
      const delivery = folderWith(first, second)
      const texts = files()
      for (const [at, fault] of brokenTexts.entries())
        site.write(broken[at] ?? '', fault.break(texts[pathOf(broken[at] ?? '')] ?? ''))
      expect(await take(options)).toMatchObject({
        created: 0,
        updated: good.length - 1,
        merged: 1,
        rejected: broken.length,
        deleted: 0,
        codes: brokenTexts.map(({ code }) => code).sort(),
      })
      const accepted = broken.map((place) => [pathOf(place), before[pathOf(place)]])
      expect(await exported()).toEqual({
        ...delivery,
        ...Object.fromEntries(accepted),
      })
      // Nobody's work is overwritten, not even what cannot be read.
      const { problems } = await give()
      expect(problems.map(({ code, path }) => [path, code]).sort()).toEqual(
        brokenTexts.map(({ code }, at) => [
          pathOf(broken[at] ?? ''),
          code === 'invalid-utf8' ? code : 'target-changed',
        ]),
      )
      for (const place of broken) site.write(place, texts[pathOf(place)] ?? '')
      expect(await take(options)).toMatchObject({
        updated: broken.length - 1,
        merged: 1,
        rejected: 0,
        deleted: 0,
        codes: [],
      })
      expect(await exported()).toEqual(delivery)
      expect(await idsByUrl()).toEqual(ids)
    },
  )

  it('renames a subject with edits and links to it, and redirects its URLs', async () => {
    const names = topics(60)
    const changed = names.slice(0, 5).map((topic) => `life-science/${topic}`)
    const linking = names.slice(0, 10)
    for (const topic of names) put(`biology/${topic}`, about(topic))
    for (const topic of linking)
      put(`chemistry/${topic}`, about(`${topic} in chemistry`, linkTo(topic, `biology/${topic}`)))
    expect(await take()).toMatchObject({ created: 70, codes: [] })
    const ids = await idsByUrl()
    for (const topic of names.slice(0, 5)) await edit(`biology/${topic}`, byEditor)
    site.removeFolder('biology')
    for (const topic of names) put(`life-science/${topic}`, about(topic))
    // Half of the files that link to the subject know of its new name.
    for (const topic of linking.slice(0, 5))
      put(`chemistry/${topic}`, about(`${topic} in chemistry`, linkTo(topic, `life-science/${topic}`)))
    expect(await take({ deleteMissing: true, maxDelete: 0 })).toMatchObject({
      moved: 60,
      created: 0,
      conflicts: 0,
      updated: 5,
      unchanged: 5,
      deleted: 0,
      codes: [],
    })
    for (const topic of names) {
      expect((await at(`life-science/${topic}`)).id).toBe(ids.get(urlOf(`biology/${topic}`)))
      expect(await findRedirect(site.payload())(urlOf(`biology/${topic}`))).toEqual({
        location: urlOf(`life-science/${topic}`),
        status: 301,
      })
    }
    for (const topic of linking)
      expect(await at(`chemistry/${topic}`)).toMatchObject({
        relatedArticles: [ids.get(urlOf(`biology/${topic}`))],
        unresolvedLinks: null,
      })
    const expected = folderWith(...changed)
    const written = await exported()
    for (const topic of linking.slice(5)) {
      const path = pathOf(`chemistry/${topic}`)
      expect(written[path]).toContain(urlOf(`life-science/${topic}`))
      expect(written[path]?.replace(/related_article1:[^&]*---/, '')).toBe(
        expected[path]?.replace(/related_article1:[^&]*---/, ''),
      )
      expected[path] = written[path]
    }
    expect(written).toEqual(expected)
    expect(await take({ deleteMissing: true, maxDelete: 0 })).toMatchObject({
      unchanged: 70,
      codes: [],
    })
  })

  it.each([
    // An edit that was exported is in the folder, and the delivery has replaced it.
    { isExported: true, conflicts: 0 },
    { isExported: false, conflicts: 1 },
  ])(
    'goes back to an old state where nobody has edited, and merges otherwise, %o',
    async ({ conflicts, isExported }) => {
      const old: Record<string, Lines> = {
        'biology/same': about('same'),
        'biology/changed': about('changed'),
        'biology/merged': about('merged'),
        'biology/both': about('both'),
        'biology/moved': about('moved'),
        'biology/removed': about('removed'),
      }
      const putAll = (lines: Record<string, Lines>): void => {
        site.empty()
        for (const [place, one] of Object.entries(lines)) put(place, one)
      }
      putAll(old)
      await take()
      const ids = await idsByUrl()
      const { 'biology/moved': moved = {}, 'biology/removed': _removed, ...others } = old
      putAll({
        ...others,
        'biology/changed': about('changed', newDate),
        'biology/merged': about('merged', newDate),
        'biology/both': about('both', { author: 'author: The file' }),
        'chemistry/moved': moved,
        'biology/added': about('added'),
      })
      expect(await take({ deleteMissing: true })).toMatchObject({
        created: 1,
        updated: 3,
        moved: 1,
        deleted: 1,
        unchanged: 1,
        codes: [],
      })
      for (const place of ['biology/same', 'biology/merged', 'biology/both', 'chemistry/moved'])
        await edit(place, byEditor)
      if (isExported) await give()
      putAll(old)
      expect(await take({ deleteMissing: true })).toMatchObject({
        created: 0,
        updated: 3 - conflicts,
        merged: 1,
        conflicts,
        moved: 1,
        deleted: 1,
        unchanged: 1,
        codes: isExported ? [] : ['conflict'],
      })
      const kept = [
        'biology/same',
        'biology/merged',
        'biology/moved',
        ...(isExported ? [] : ['biology/both']),
      ]
      expect(await exported()).toEqual(folderWith(...kept))
      ids.set(urlOf('biology/added'), (await at('biology/added')).id)
      expect(await idsByUrl()).toEqual(ids)
      expect((await at('biology/added')).deletedAt).toBeTruthy()
    },
  )

  it.each<{
    what: string
    before: Record<string, Lines>
    delivery: () => void
    report: Record<string, number>
    /** Where the article of each place is afterwards; those that are not named stay where they are. */
    now?: Record<string, string>
  }>([
    {
      what: 'other ids under the same URLs',
      before: {
        'biology/a': about('a', { id: 'id: 1' }),
        'biology/b': about('b', { id: 'id: 2' }),
      },
      delivery: () => {
        put('biology/a', about('a', { id: 'id: 2' }))
        put('biology/b', about('b', { id: 'id: 1' }))
      },
      report: { merged: 1, updated: 1 },
    },
    {
      what: 'two files that have swapped their names',
      before: { 'biology/a': about('a'), 'biology/b': about('b') },
      delivery: () => {
        put('biology/a', about('b'))
        put('biology/b', about('a'))
      },
      report: { merged: 1, updated: 1 },
    },
    {
      what: 'a file split in two',
      before: { 'biology/a': about('a') },
      delivery: () => {
        put('biology/a', about('a', newAnswer))
        put('biology/a-2', about('the rest of a'))
      },
      report: { merged: 1, created: 1 },
    },
    {
      what: 'a file renamed and edited at once',
      before: { 'biology/a': about('a'), 'biology/b': about('b') },
      delivery: () => move('biology/a', 'chemistry/c', about('a', newDate)),
      report: { moved: 1, unchanged: 1 },
      now: { 'biology/a': 'chemistry/c' },
    },
    {
      what: 'a question moved to a subject that has its slug, under another slug',
      before: {
        'biology/a': about('a'),
        'chemistry/a': about('a in chemistry'),
      },
      delivery: () => move('biology/a', 'chemistry/a-1', about('a')),
      report: { moved: 1, unchanged: 1 },
      now: { 'biology/a': 'chemistry/a-1' },
    },
    {
      what: 'a question moved to a subject that has its slug, whose own question makes way',
      before: {
        'biology/a': about('a'),
        'chemistry/a': about('a in chemistry'),
      },
      delivery: () => {
        move('biology/a', 'chemistry/a', about('a'))
        put('physics/a', about('a in chemistry'))
      },
      report: { updated: 1, created: 1 },
    },
    {
      what: 'a name that differs in letter case alone',
      before: { 'biology/Osmosis': about('osmosis'), 'biology/a': about('a') },
      delivery: () => move('biology/Osmosis', 'biology/osmosis', about('osmosis')),
      report: { moved: 1, unchanged: 1 },
      now: { 'biology/Osmosis': 'biology/osmosis' },
    },
    {
      what: 'a chain of files, each at the former name of the next',
      before: { 'biology/a': about('a'), 'biology/b': about('b') },
      delivery: () => {
        move('biology/b', 'biology/c', about('b'))
        move('biology/a', 'biology/b', about('a'))
      },
      report: { created: 1, updated: 1 },
    },
  ])('keeps documents and edits with $what', async ({ before, delivery, now = {}, report }) => {
    for (const [place, lines] of Object.entries(before)) put(place, lines)
    await take()
    const ids = await idsByUrl()
    const [first = ''] = Object.keys(before)
    await edit(first, byEditor)
    const zero = {
      created: 0,
      updated: 0,
      merged: 0,
      conflicts: 0,
      moved: 0,
      unchanged: 0,
      rejected: 0,
    }
    delivery()
    expect(await take()).toMatchObject({
      ...zero,
      deleted: 0,
      ...report,
      codes: [],
    })
    for (const place of Object.keys(before))
      expect((await at(now[place] ?? place)).id).toBe(ids.get(urlOf(place)))
    for (const [from, to] of Object.entries(now))
      expect(await findRedirect(site.payload())(urlOf(from))).toEqual({
        location: urlOf(to),
        status: 301,
      })
    const place = now[first] ?? first
    expect(await at(place)).toMatchObject(byEditor)
    const written = await exported()
    const isInFolder = site.isThere(place)
    expect(written).toMatchObject(isInFolder ? folderWith(place) : files())
    expect(Object.keys(written)).toHaveLength(await count())
    expect(await take()).toMatchObject({
      ...zero,
      unchanged: Object.keys(files()).length,
      codes: [],
    })
  })

  it.each(
    (['unpublished', 'in the trash', 'purged'] as const).flatMap((state) =>
      (['unchanged', 'changed'] as const).map((file) => ({ state, file })),
    ),
  )('an article that is $state is not exported, with its file $file', async ({ file, state }) => {
    for (const topic of ['a', 'b']) put(`biology/${topic}`, about(topic))
    await take()
    const { id } = await at('biology/a')
    if (state === 'unpublished') await edit('biology/a', { _status: 'draft' })
    if (state === 'in the trash') await edit('biology/a', { deletedAt: new Date().toISOString() })
    if (state === 'purged') await site.payload().delete({ collection: 'articles', id })
    const others = { [pathOf('biology/b')]: files()[pathOf('biology/b')] }
    expect(await exported()).toEqual(others)
    if (file === 'changed') put('biology/a', about('a', newAnswer))
    const isConflict = file === 'changed' && state !== 'unpublished'
    expect(await take({ deleteMissing: true, maxDelete: 0 })).toMatchObject({
      created: 0,
      updated: file === 'changed' && state === 'unpublished' ? 1 : 0,
      conflicts: isConflict ? 1 : 0,
      deleted: 0,
      codes: isConflict ? [state === 'purged' ? 'conflict' : 'in-trash'] : [],
    })
    expect(await exported()).toEqual(others)
    const article = await find('biology/a')
    expect(article === undefined).toBe(state === 'purged')
    expect(Boolean(article?.deletedAt)).toBe(state === 'in the trash')
    if (state === 'unpublished')
      expect(article).toMatchObject({
        id,
        _status: 'draft',
        answer: file === 'changed' ? 'Something else.' : expect.stringContaining('explained'),
      })
  })
})
