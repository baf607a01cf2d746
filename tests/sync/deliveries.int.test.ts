import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { articleText } from '../fixtures/articleText.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { pathOf, useDeliveries } from '../helpers/useDeliveries.ts'

const places = ['biology/a', 'biology/b', 'chemistry/a', 'chemistry/b', 'physics/a', 'physics/b', 'physics/c']

type Change = { kind: 'add' | 'change' | 'move' | 'remove' | 'break'; topic: number; place: number }

type Delivery = { changes: Change[]; deleteMissing: boolean; edited: number[] }

const delivery: fc.Arbitrary<Delivery> = fc.record({
  changes: fc.array(
    fc.record({
      kind: fc.constantFrom<Change['kind'][]>('add', 'add', 'change', 'move', 'move', 'remove', 'break'),
      topic: fc.nat({ max: 4 }),
      place: fc.nat({ max: places.length - 1 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  deleteMissing: fc.boolean(),
  edited: fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 2 }),
})

/** A file of the folder: always about the same topic, wherever it is. */
type File = { place: string; version: number; isBroken: boolean }

/** An article as it should be: the last file that was accepted, and what an editor wrote. */
type Article = { id?: string; place: string; version: number; isDeleted: boolean; author?: string }

const textOf = (topic: number, { place, version }: File | Article, author = 'Answerbook'): string => {
  const [subject = '', slug = ''] = place.split('/')
  return articleText(subject, slug, {
    id: undefined,
    title: undefined,
    article_title: undefined,
    question: `question: What is topic ${topic}?`,
    answer: `answer: Topic ${topic} is explained here.`,
    seo: `seo:\n  page_description: Version ${version}`,
    author: `author: ${author}`,
  })
}

/** Applies changes to the files; those that are impossible are skipped. No place is used by two topics. */
const change = (
  files: Map<number, File>,
  articles: ReadonlyMap<number, Article>,
  changes: readonly Change[],
): void => {
  for (const { kind, place: index, topic } of changes) {
    const file = files.get(topic)
    const place = places[index] ?? ''
    const isTaken = [...files, ...articles].some(
      ([other, { place: used }]) => other !== topic && used === place,
    )
    if (kind === 'add' && !file && !isTaken)
      files.set(topic, { place, version: articles.get(topic)?.version ?? 0, isBroken: false })
    if (kind === 'move' && file && !isTaken) files.set(topic, { ...file, place })
    if (kind === 'remove') files.delete(topic)
    if (kind === 'change' && file) files.set(topic, { ...file, version: file.version + 1, isBroken: false })
    if (kind === 'break' && file) files.set(topic, { ...file, isBroken: true })
  }
}

describe.skipIf(skipped())(`deliveries in a row, on ${database}`, () => {
  const site = useDeliveries()

  const deliver = async (
    { changes, deleteMissing, edited }: Delivery,
    files: Map<number, File>,
    articles: Map<number, Article>,
  ): Promise<void> => {
    change(files, articles, changes)
    site.empty()
    for (const [topic, file] of files)
      site.write(file.place, file.isBroken ? '---\nquestion: "\n---\n' : textOf(topic, file))
    const options = { deleteMissing, maxDelete: 100 }
    const planned = await site.take({ ...options, dryRun: true })
    const { problems, seconds: _seconds, ...report } = await site.take(options)
    expect(planned).toMatchObject(report)

    const good = [...files].filter(([, { isBroken }]) => !isBroken)
    expect(report).toMatchObject({
      created: good.filter(([topic]) => !articles.has(topic)).length,
      moved: good.filter(([topic, { place }]) => (articles.get(topic)?.place ?? place) !== place).length,
      rejected: files.size - good.length,
      conflicts: 0,
    })
    expect(new Set(problems.map(({ code }) => code))).toEqual(
      new Set([
        ...(good.length < files.size ? ['invalid-yaml'] : []),
        ...(deleteMissing && files.size === 0 && [...articles.values()].some(({ isDeleted }) => !isDeleted)
          ? ['delete-limit']
          : []),
      ]),
    )
    for (const [topic, article] of articles) {
      const file = files.get(topic)
      const isMissing = file === undefined || file.place !== article.place
      if (deleteMissing && isMissing && files.size > 0) article.isDeleted = true
    }
    for (const [topic, { place, version }] of good)
      articles.set(topic, { ...articles.get(topic), place, version, isDeleted: false })
    for (const [topic, article] of articles) {
      const stored = await site.at(article.place)
      expect(stored.question).toBe(`What is topic ${topic}?`)
      expect(Boolean(stored.deletedAt)).toBe(article.isDeleted)
      expect(stored.id).toBe((article.id ??= stored.id))
    }
    expect(await site.count()).toBe(articles.size)

    const expected = [...articles].flatMap(([topic, article]) =>
      article.isDeleted ? [] : [[pathOf(article.place), textOf(topic, article, article.author)]],
    )
    expect(await site.exported()).toEqual(Object.fromEntries(expected))

    for (const topic of edited) {
      const article = articles.get(topic)
      if (!article || article.isDeleted) continue
      article.author = `Editor ${topic}`
      await site.edit(article.place, { author: article.author })
    }
  }

  it('lose no edit, make no second article, keep ids, and are exported byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(delivery, { minLength: 3, maxLength: 8 }), async (deliveries) => {
        await site.reset()
        const files = new Map<number, File>()
        const articles = new Map<number, Article>()
        for (const one of deliveries) await deliver(one, files, articles)
      }),
      { numRuns: 12, seed: 20261126 },
    )
  }, 300_000)
})
