import { describe, expect, it } from 'vitest'

import { database, skipped } from '../../helpers/bootPayload.ts'
import { pathOf, urlOf, useDeliveries } from '../../helpers/useDeliveries.ts'

type Lines = Record<string, string | undefined>

const about = (topic: string, lines: Lines = {}): Lines => ({
  title: `title: >-\n    What is ${topic}?`,
  article_title: `article_title: >-\n    What is ${topic}?`,
  question: `question: >-\n    What is ${topic}?`,
  answer: `answer: >-\n    ${topic} is explained here. It has two sentences.`,
  ...lines,
})

const linkTo = (number: number, place: string): Lines => ({
  [`related_article${number}`]: `related_article${number}:\n    id: 1\n    title: >-\n        A title\n    subject: Test\n    url: ${urlOf(place)}`,
})

const linking: Lines = { ...linkTo(1, 'biology/other'), ...linkTo(2, 'biology/osmosis') }
const deleting = { deleteMissing: true, maxDelete: 100 }

describe.skipIf(skipped())(`links to URLs that another article has taken, on ${database}`, () => {
  const site = useDeliveries()
  const { at, edit, exported, put, read, remove, take } = site

  const trash = (place: string): Promise<void> => edit(place, { deletedAt: new Date().toISOString() })
  const related = async (place: string, draft = false): Promise<unknown> =>
    (await at(place, draft)).relatedArticles

  /** The article that others link to moves. */
  const moved = async (): Promise<void> => {
    put('biology/other', about('other'))
    put('biology/osmosis', about('osmosis'))
    put('biology/linking', about('linking', linking))
    await take()
    remove('biology/osmosis')
    put('chemistry/osmosis', about('osmosis'))
    expect(await take()).toMatchObject({ moved: 1 })
  }
  const takeFormerUrl = (): void => put('biology/osmosis', about('something else'))

  it.each<[string, () => Promise<void>]>([
    [
      'a delivery removes and replaces at once',
      async () => {
        remove('chemistry/osmosis')
        takeFormerUrl()
        expect(await take(deleting)).toMatchObject({ created: 1, deleted: 1 })
      },
    ],
    [
      'somebody has deleted before another one arrives',
      async () => {
        await trash('chemistry/osmosis')
        takeFormerUrl()
        expect(await take()).toMatchObject({ created: 1 })
      },
    ],
    [
      'a delivery removes after another one has arrived',
      async () => {
        takeFormerUrl()
        expect(await take()).toMatchObject({ created: 1 })
        expect(await related('biology/linking')).toEqual([
          (await at('biology/other')).id,
          (await at('chemistry/osmosis')).id,
        ])
        remove('chemistry/osmosis')
        expect(await take(deleting)).toMatchObject({ deleted: 1 })
      },
    ],
  ])('the link of an untouched file leads to the new article at its URL: %s', async (_, deliver) => {
    await moved()
    await edit('biology/linking', { author: 'A draft' }, true)
    await deliver()
    const links = [(await at('biology/other')).id, (await at('biology/osmosis')).id]
    expect(await related('biology/linking')).toEqual(links)
    expect(await at('biology/linking', true)).toMatchObject({ author: 'A draft', relatedArticles: links })
    expect((await exported())[pathOf('biology/linking')]).toBe(read('biology/linking'))
  })

  it('a link that an editor has made stays with its article', async () => {
    put('biology/other', about('other'))
    put('biology/linking', about('linking', linkTo(1, 'biology/other')))
    put('biology/osmosis', about('osmosis'))
    await take()
    const osmosis = (await at('biology/osmosis')).id
    const links = [osmosis, (await at('biology/other')).id]
    await edit('biology/linking', { relatedArticles: links })
    await edit('biology/osmosis', { slug: 'elsewhere' })
    await trash('biology/elsewhere')
    put('biology/osmosis', about('something else'))
    await take({ takeConflicts: 'file' })
    expect(await related('biology/linking')).toEqual(links)
  })

  it('a link to an article in the trash stays while no other has its URL', async () => {
    await moved()
    const links = await related('biology/linking')
    await trash('chemistry/osmosis')
    put('biology/new', about('new'))
    expect(await take()).toMatchObject({ created: 1 })
    expect(await related('biology/linking')).toEqual(links)
  })
})
