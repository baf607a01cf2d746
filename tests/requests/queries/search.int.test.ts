import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type BootedArticles, bootArticles } from '../../helpers/bootArticles.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import { rest } from '../../helpers/rest.ts'

const questions = [
  'Élasticité de la demande',
  '50% of what',
  '500 of what',
  'snake_case names',
  'snakeXcase names',
  'What is \\alpha',
  'Straße in ΑΘΗΝΑ',
  'Ärger [sic] *bold*',
  'a^b ]x[ -z',
  'МОСКВА и Київ',
]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

describe.skipIf(skipped())(`searches on ${database}`, () => {
  let opened: BootedArticles
  beforeAll(async () => {
    opened = await bootArticles()
    for (const [at, question] of questions.entries())
      await opened.articles.publish({ subject: opened.subject, question, slug: `s${at}` })
  })
  afterAll(() => opened.booted.close())

  const found = async (operator: string, sought: string): Promise<string[]> => {
    const query = `limit=50&depth=0&sort=slug&where[question][${operator}]=${encodeURIComponent(sought)}`
    const { body } = await rest(opened.booted.config, `articles?${query}`)
    return Array.isArray(body.docs)
      ? body.docs.flatMap((doc: unknown) => (isRecord(doc) ? [String(doc.question)] : []))
      : []
  }

  it.each<[sought: string, ...expected: string[]]>([
    ['élasticité', 'Élasticité de la demande'],
    ['ÉLASTICITÉ', 'Élasticité de la demande'],
    ['lasticit', 'Élasticité de la demande'],
    ['DEMANDE', 'Élasticité de la demande'],
    ['50%', '50% of what'],
    ['%', '50% of what'],
    ['_', 'snake_case names'],
    ['e_c', 'snake_case names'],
    ['\\', 'What is \\alpha'],
    ['\\alpha', 'What is \\alpha'],
    ['straße', 'Straße in ΑΘΗΝΑ'],
    ['αθηνα', 'Straße in ΑΘΗΝΑ'],
    ['ärger [SIC]', 'Ärger [sic] *bold*'],
    ['ärger [sic] *B', 'Ärger [sic] *bold*'],
    ['é*'],
    ['é?'],
    ['^b', 'a^b ]x[ -z'],
    [']x[', 'a^b ]x[ -z'],
    ['москва', 'МОСКВА и Київ'],
    ['київ', 'МОСКВА и Київ'],
  ])('%s', async (sought, ...expected) => {
    expect(await found('like', sought)).toEqual(expected)
    expect(await found('contains', sought)).toEqual(expected)
  })

  it('a search finds words in any order', async () => {
    expect(await found('like', 'demande élasticité')).toEqual(['Élasticité de la demande'])
    expect(await found('contains', 'demande élasticité')).toEqual([])
  })

  it.each(['élasticité', '50%', '_', 'москва'])('a search finds all documents without %s', async (sought) => {
    const those = await found('contains', sought)
    expect(await found('not_like', sought)).toEqual(questions.filter((question) => !those.includes(question)))
  })
})
