import { describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { linkIndexOf } from '../../../src/links/linkIndex.ts'
import { resolveLinks } from '../../../src/sync/import/resolveLinks.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import { urlOf, useDeliveries } from '../../helpers/useDeliveries.ts'

const places = ['biology/a', 'biology/b', 'chemistry/a', 'chemistry/b', 'physics/a', 'physics/b']
const targets = ['biology/x', 'chemistry/y', 'physics/z']
const nowhere = 'physics/nowhere'

const link = (number: number, place: string): string =>
  `related_article${number}:\n    id: 1\n    title: >-\n        A title\n    subject: Test\n    url: ${urlOf(place)}`

describe.skipIf(skipped())(`links that were left unresolved, on ${database}`, () => {
  const site = useDeliveries()

  it.each([1, 4, 20_000])(
    'lead to their targets, each article changed once, %i links at a time',
    async (linksAtOnce) => {
      for (const place of places) {
        const all = [...targets, nowhere].map((target, at) => link(at + 1, target))
        site.put(place, Object.fromEntries(all.map((lines, at) => [`link${at}`, lines])))
      }
      await site.take()
      const payload = site.payload()
      // As if an import had been cut off after these articles.
      const created = []
      for (const target of targets)
        created.push(
          await payload.db.create({
            collection: 'articles',
            data: { question: target, slug: target, url: urlOf(target), _status: 'published' },
          }),
        )
      const seen: number[] = []
      const changed = await resolveLinks({
        payload,
        mapping: articleMapping,
        linksAtOnce,
        onProgress: ({ done }) => seen.push(done),
      })
      expect(changed).toBe(places.length)
      expect(seen.at(-1)).toBe(places.length * (targets.length + 1))
      for (const place of places) {
        const { relatedArticles, unresolvedLinks } = await site.at(place)
        expect(relatedArticles).toEqual(created.map(({ id }) => id))
        expect(unresolvedLinks).toMatchObject([{ url: urlOf(nowhere), position: targets.length }])
      }
      expect(await linkIndexOf(payload, 'articles').countWaiting()).toBe(places.length)
      expect(await resolveLinks({ payload, mapping: articleMapping, linksAtOnce })).toBe(0)
    },
  )
})
