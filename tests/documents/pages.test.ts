import fc from 'fast-check'
import { expect, it } from 'vitest'

import { chunks, pages } from '../../src/documents/pages.ts'

const size = fc.integer({ min: 1, max: 7 })

it('chunks are the items in their order, each as large as asked for but the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 30 }), size, (items, most) => {
      const made = [...chunks(items, most)]
      expect(made.flat()).toEqual(items)
      expect(made.slice(0, -1).every(({ length }) => length === most)).toBe(true)
      expect(made.every(({ length }) => length > 0)).toBe(true)
    }),
  )
})

it('pages are all that is there, each from behind the last item of the one before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer(), { maxLength: 30 }), size, async (values, most) => {
      const sorted = values.toSorted((a, b) => a - b)
      const read = (last: number | undefined) =>
        Promise.resolve(sorted.filter((value) => last === undefined || value > last).slice(0, most))
      const made: number[][] = []
      for await (const page of pages(read)) made.push(page)
      expect(made.flat()).toEqual(sorted)
      expect(made.every(({ length }) => length > 0 && length <= most)).toBe(true)
    }),
  )
})
