import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { findRedirect } from '../../../src/urls/redirects/findRedirect.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import { pathOf, urlOf, useDeliveries } from '../../helpers/useDeliveries.ts'

type Lines = Record<string, string | undefined>

/** The lines of an article that says the same wherever its file is. */
const about = (topic: string, lines: Lines = {}): Lines => ({
  title: `title: >-\n    What is ${topic}?`,
  article_title: `article_title: >-\n    What is ${topic}?`,
  question: `question: >-\n    What is ${topic}?`,
  answer: `answer: >-\n    ${topic} is explained here. It has two sentences.\\n\\nAnd a second paragraph.`,
  ...lines,
})

const linkTo = (number: number, place: string): string =>
  `related_article${number}:\n    id: 1\n    title: >-\n        A title\n    subject: Test\n    url: ${urlOf(place)}`

describe.skipIf(skipped())(`files that have moved, on ${database}`, () => {
  const site = useDeliveries()
  const { at, count, edit, find, give, put, read, remove, take } = site

  const move = (from: string, to: string, lines: Lines): void => {
    remove(from)
    put(to, lines)
  }

  it.each([
    ['another subject', 'biology/osmosis', 'chemistry/osmosis'],
    ['another slug', 'biology/osmosis', 'biology/what-is-osmosis'],
    ['both', 'biology/osmosis', 'chemistry/what-is-osmosis'],
    ['another letter case', 'Zoology/osmosis', 'zoology/osmosis'],
  ])('keeps the article of a file under %s', async (_, from, to) => {
    put(from, about('osmosis'))
    put('biology/other')
    await take()
    const before = await at(from)
    move(from, to, about('osmosis'))
    expect(await take({ dryRun: true })).toMatchObject({
      moved: 1,
      created: 0,
      problems: [],
    })
    expect(await take()).toMatchObject({
      moved: 1,
      created: 0,
      updated: 0,
      unchanged: 1,
      problems: [],
    })
    expect((await at(to)).id).toBe(before.id)
    expect(await count()).toBe(2)
    expect(await findRedirect(site.payload())(urlOf(from))).toEqual({
      location: urlOf(to),
      status: 301,
    })
    expect(await take({ deleteMissing: true, maxDelete: 0 })).toMatchObject({
      unchanged: 2,
      problems: [],
    })
    expect(await give()).toMatchObject({
      written: 0,
      removed: 0,
      unchanged: 2,
      problems: [],
    })
  })

  it('keeps edits of the CMS and a draft on top, and merges what the file has changed at the same time', async () => {
    put('biology/osmosis', about('osmosis'))
    await take()
    const { id } = await at('biology/osmosis')
    await edit('biology/osmosis', { author: 'An editor' })
    await edit('biology/osmosis', { seo: { description: 'A draft.' }, _status: 'draft' }, true)
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis', { date: 'date: 2026-01-02' }))
    expect(await take()).toMatchObject({
      moved: 1,
      merged: 0,
      conflicts: 0,
      problems: [],
    })
    const published = await at('chemistry/osmosis')
    expect(published).toMatchObject({
      id,
      author: 'An editor',
      _status: 'published',
    })
    expect(published.date).toContain('2026-01-02')
    const draft = await site.payload().findByID({ collection: 'articles', id, draft: true, depth: 0 })
    expect(draft).toMatchObject({
      author: 'An editor',
      seo: { description: 'A draft.' },
      url: urlOf('chemistry/osmosis'),
      _status: 'draft',
    })
    await give()
    expect(read('chemistry/osmosis')).toContain('author: An editor')
  })

  it('counts a conflict of a file that has moved as a conflict, and moves its article', async () => {
    put('biology/osmosis', about('osmosis'))
    await take()
    await edit('biology/osmosis', { author: 'An editor' })
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis', { author: 'author: The file' }))
    const report = await take()
    expect(report).toMatchObject({ conflicts: 1, moved: 0, created: 0 })
    expect(report.problems).toMatchObject([{ code: 'conflict', path: pathOf('chemistry/osmosis') }])
    expect(await at('chemistry/osmosis')).toMatchObject({
      author: 'An editor',
    })
    expect(await count()).toBe(1)
  })

  it('recognizes what an export has written, and exports it to the new place', async () => {
    put('biology/osmosis', about('osmosis'))
    await take()
    await edit('biology/osmosis', { answer: 'An editor’s answer.' })
    await give()
    const exported = read('biology/osmosis')
    remove('biology/osmosis')
    site.write('chemistry/osmosis', exported.replaceAll('biology', 'chemistry'))
    expect(await take()).toMatchObject({ moved: 1, created: 0, problems: [] })
    expect(await at('chemistry/osmosis')).toMatchObject({
      answer: 'An editor’s answer.',
    })
    expect(await give()).toMatchObject({ written: 0, unchanged: 1 })
  })

  it('is removed from its former place in another folder by the next export', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-moves-'))
    try {
      const places = ['biology/osmosis', 'biology/diffusion', 'chemistry/water', 'chemistry/salt']
      for (const place of places) put(place, about(place))
      await take()
      await edit('biology/diffusion', { author: 'An editor' })
      await give(folder)
      for (const place of places)
        move(place, place.replace('chemistry', 'physics').replace('sm', 'sSm'), about(place))
      expect(await take()).toMatchObject({ moved: 3, created: 0 })
      writeFileSync(path.join(folder, pathOf('chemistry/salt')), 'The work of a person.')
      const report = await give(folder)
      expect(report).toMatchObject({ written: 3, removed: 2 })
      expect(report.problems.map(({ code, path: name }) => [code, name])).toEqual([
        ['target-changed', pathOf('chemistry/salt')],
      ])
      expect(await give(folder)).toMatchObject({ written: 0, removed: 0 })
      expect(
        readdirSync(path.join(folder, 'learn'), { recursive: true })
          .filter((name) => String(name).endsWith('.md'))
          .sort(),
      ).toEqual(
        ['biology/diffusion', 'biology/osSmosis', 'chemistry/salt', 'physics/salt', 'physics/water'].map(
          (place) => `${place}.md`,
        ),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('lets links follow, and rewrites only the blocks whose URL has changed', async () => {
    put('biology/osmosis', about('osmosis'))
    put('biology/cells', about('cells', { links: linkTo(1, 'biology/osmosis') }))
    put('zoology/water', about('water', { links: linkTo(1, 'biology/osmosis') }))
    await take()
    const { id } = await at('biology/osmosis')
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis'))
    // One file of the delivery knows of the move, the other does not.
    put('biology/cells', about('cells', { links: linkTo(1, 'chemistry/osmosis') }))
    expect(await take()).toMatchObject({
      moved: 1,
      unchanged: 1,
      rejected: 0,
      problems: [],
    })
    for (const place of ['biology/cells', 'zoology/water'])
      expect(await at(place)).toMatchObject({
        relatedArticles: [id],
        unresolvedLinks: null,
      })
    const before = {
      cells: read('biology/cells'),
      water: read('zoology/water'),
    }
    expect(await give()).toMatchObject({ written: 1, unchanged: 2 })
    expect(read('biology/cells')).toBe(before.cells)
    const changed = read('zoology/water')
      .split('\n')
      .filter((line) => !before.water.split('\n').includes(line))
    expect(changed.join()).toContain(urlOf('chemistry/osmosis'))
  })

  it('moves a whole subject, across batches, within the limit for deletions', async () => {
    const topics = Array.from({ length: 60 }, (_, at) => `topic-${at}`)
    for (const topic of topics) put(`biology/${topic}`, about(topic))
    put('chemistry/other')
    await take()
    const ids = new Set(
      (await site.payload().find({ collection: 'articles', limit: 0 })).docs.map(({ id }) => id),
    )
    site.removeFolder('biology')
    for (const topic of topics) put(`life-science/${topic}`, about(topic))
    const options = { deleteMissing: true, maxDelete: 0 }
    expect(await take({ ...options, dryRun: true })).toMatchObject({
      moved: 60,
      created: 0,
      deleted: 0,
      problems: [],
    })
    expect(await take(options)).toMatchObject({
      moved: 60,
      created: 0,
      deleted: 0,
      problems: [],
    })
    const { docs } = await site.payload().find({ collection: 'articles', limit: 0, depth: 1 })
    expect(new Set(docs.map(({ id }) => id))).toEqual(ids)
    expect(docs.filter(({ url }) => url?.startsWith('/learn/life-science/'))).toHaveLength(60)
    const { docs: subjects } = await site.payload().find({ collection: 'subjects', sort: 'slug' })
    expect(subjects.map(({ slug }) => slug)).toEqual(['biology', 'chemistry', 'life-science'])
  })

  it('moves back to an old state without a loop of redirects', async () => {
    put('biology/osmosis', about('osmosis'))
    await take()
    const { id } = await at('biology/osmosis')
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis'))
    await take()
    move('chemistry/osmosis', 'biology/osmosis', about('osmosis'))
    expect(await take()).toMatchObject({ moved: 1, created: 0, problems: [] })
    expect((await at('biology/osmosis')).id).toBe(id)
    expect(await findRedirect(site.payload())(urlOf('biology/osmosis'))).toBeUndefined()
    expect(await findRedirect(site.payload())(urlOf('chemistry/osmosis'))).toEqual({
      location: urlOf('biology/osmosis'),
      status: 301,
    })
  })

  it.each([
    ['another answer is the same article', about('osmosis', { answer: 'answer: Something else.' }), true],
    ['another question is another article', about('water'), false],
  ])('a file that returns to its former place with %s', async (_, lines, isSame) => {
    put('biology/osmosis', about('osmosis'))
    put('biology/other')
    await take()
    const { id } = await at('biology/osmosis')
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis'))
    await take()
    await edit('chemistry/osmosis', { author: 'An editor' })
    move('chemistry/osmosis', 'biology/osmosis', lines)
    const options = { deleteMissing: true, maxDelete: 50 }
    const counts = isSame ? { moved: 1, created: 0, deleted: 0 } : { moved: 0, created: 1, deleted: 1 }
    expect(await take({ ...options, dryRun: true })).toMatchObject({
      ...counts,
      problems: [],
    })
    expect(await take(options)).toMatchObject({ ...counts, problems: [] })
    const article = await at('biology/osmosis')
    expect(article.id === id).toBe(isSame)
    expect(article.author).toBe(isSame ? 'An editor' : 'Answerbook')
    if (isSame) expect(article.answer).toBe('Something else.')
    expect(await take(options)).toMatchObject({ unchanged: 2, problems: [] })
  })

  it('gives a new file at the former URL of an article that has moved an article of its own', async () => {
    put('biology/osmosis', about('osmosis'))
    await take()
    const { id } = await at('biology/osmosis')
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis'))
    await take()
    put('biology/osmosis', about('something else'))
    expect(await take()).toMatchObject({
      created: 1,
      moved: 0,
      unchanged: 1,
      problems: [],
    })
    expect((await at('chemistry/osmosis')).id).toBe(id)
    expect((await at('biology/osmosis')).id).not.toBe(id)
    expect(await findRedirect(site.payload())(urlOf('biology/osmosis'))).toBeUndefined()
    expect(await take()).toMatchObject({ unchanged: 2 })
  })

  it('does not guess between several candidates, and says so', async () => {
    put('biology/osmosis', about('osmosis'))
    put('physics/osmosis', about('osmosis'))
    await take()
    remove('biology/osmosis')
    move('physics/osmosis', 'chemistry/osmosis', about('osmosis'))
    const report = await take()
    expect(report).toMatchObject({ created: 1, moved: 0 })
    expect(report.problems).toMatchObject([
      {
        code: 'ambiguous-move',
        severity: 'warning',
        path: pathOf('chemistry/osmosis'),
      },
    ])
    expect(report.problems[0]?.message).toContain(pathOf('biology/osmosis'))
    expect(await count()).toBe(3)
  })

  it('tells copies within one subject apart by the names of their files when the subject is renamed', async () => {
    for (const slug of ['osmosis', 'osmosis-1']) put(`biology/${slug}`, about('osmosis'))
    await take()
    const ids = [(await at('biology/osmosis')).id, (await at('biology/osmosis-1')).id]
    for (const slug of ['osmosis', 'osmosis-1']) move(`biology/${slug}`, `life/${slug}`, about('osmosis'))
    expect(await take()).toMatchObject({ moved: 2, created: 0, problems: [] })
    expect([(await at('life/osmosis')).id, (await at('life/osmosis-1')).id]).toEqual(ids)
  })

  it('does not take a file with another answer, or a copy, for a file that has moved', async () => {
    put('biology/osmosis', about('osmosis'))
    put('biology/cells', about('cells'))
    await take()
    remove('biology/osmosis')
    put('chemistry/osmosis', about('osmosis', { answer: 'answer: >-\n    Something else.' }))
    put('chemistry/cells', about('cells'))
    expect(await take()).toMatchObject({
      moved: 0,
      created: 2,
      unchanged: 1,
      problems: [],
    })
    expect(await count()).toBe(4)
  })

  describe('a question that was reworded in the same delivery', () => {
    const long = 'It is explained here, and nowhere else in these words. '.repeat(5).trim()
    const asked = (question: string, answer = long): Lines => ({
      ...about(question),
      answer: `answer: >-\n    ${answer}`,
    })

    it.each([
      ['another subject', 'chemistry/osmosis'],
      ['another slug', 'biology/how-does-osmosis-work'],
      ['both', 'chemistry/how-does-osmosis-work'],
    ])('keeps its article under %s if its answer is the same', async (_, to) => {
      put('biology/osmosis', asked('osmosis'))
      put('biology/other', asked('other', 'Another answer.'))
      await take()
      const { id } = await at('biology/osmosis')
      await edit('biology/osmosis', { author: 'An editor' })
      move('biology/osmosis', to, asked('the passing of water'))
      const options = { deleteMissing: true, maxDelete: 100 }
      expect(await take(options)).toMatchObject({ moved: 1, created: 0, deleted: 0, problems: [] })
      expect(await at(to)).toMatchObject({
        id,
        question: 'What is the passing of water?',
        author: 'An editor',
      })
      expect(await findRedirect(site.payload())(urlOf('biology/osmosis'))).toMatchObject({
        location: urlOf(to),
      })
    })

    it('is a new article if its answer is short, or has changed too', async () => {
      put('biology/osmosis', asked('osmosis'))
      put('biology/refused', asked('refused', 'I cannot answer that.'))
      await take()
      move('biology/osmosis', 'chemistry/osmosis', asked('the passing of water', `${long} Always.`))
      move('biology/refused', 'chemistry/refused', asked('something forbidden', 'I cannot answer that.'))
      expect(await take()).toMatchObject({ moved: 0, created: 2, problems: [] })
    })

    it('is a new article, with a warning, if several missing ones have its answer', async () => {
      put('biology/osmosis', asked('osmosis'))
      put('biology/diffusion', asked('diffusion'))
      await take()
      move('biology/osmosis', 'chemistry/water', asked('the passing of water'))
      remove('biology/diffusion')
      expect(await take()).toMatchObject({ moved: 0, created: 1, problems: [{ code: 'ambiguous-move' }] })
    })
  })

  it('keeps the article of a file that has moved and cannot be imported', async () => {
    put('biology/osmosis', about('osmosis'))
    for (const topic of ['a', 'b', 'c']) put(`biology/${topic}`, about(topic))
    await take()
    // Somebody else's draft has the URL.
    const { id: subject } = await site.payload().create({
      collection: 'subjects',
      data: { title: 'Chemistry', slug: 'chemistry' },
    })
    await site.payload().create({
      collection: 'articles',
      data: {
        question: 'Mine',
        answer: 'Mine.',
        subject,
        slug: 'osmosis',
        _status: 'draft',
      },
      draft: true,
    })
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis'))
    const report = await take({ deleteMissing: true, maxDelete: 50 })
    expect(report).toMatchObject({ deleted: 0, moved: 0 })
    expect(new Set(report.problems.map(({ code }) => code))).toEqual(new Set(['conflict']))
    expect((await find('biology/osmosis'))?.deletedAt ?? null).toBeNull()
  })

  it('keeps an unpublished article unpublished, without a redirect', async () => {
    put('biology/osmosis', about('osmosis'))
    await take()
    await edit('biology/osmosis', { _status: 'draft' })
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis'))
    expect(await take()).toMatchObject({ moved: 1, created: 0, problems: [] })
    expect(await at('chemistry/osmosis')).toMatchObject({ _status: 'draft' })
    expect((await site.payload().count({ collection: 'redirects' })).totalDocs).toBe(0)
  })

  it('reports an article that moved to another place in the CMS than its file did', async () => {
    put('biology/osmosis', about('osmosis'))
    put('physics/other')
    await take()
    const { id } = await at('biology/osmosis')
    const { docs } = await site
      .payload()
      .find({ collection: 'subjects', where: { slug: { equals: 'physics' } } })
    await edit('biology/osmosis', { subject: docs[0]?.id })
    move('biology/osmosis', 'chemistry/osmosis', about('osmosis'))
    const report = await take()
    expect(report).toMatchObject({ conflicts: 1, created: 0 })
    expect((await at('physics/osmosis')).id).toBe(id)
    expect(await take({ takeConflicts: 'file' })).toMatchObject({
      updated: 1,
      created: 0,
    })
    expect((await at('chemistry/osmosis')).id).toBe(id)
  })
})
