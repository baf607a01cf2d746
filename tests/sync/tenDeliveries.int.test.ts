import { describe, expect, it } from 'vitest'

import type { ImportOptions } from '../../src/sync/import/types.ts'
import { articleText } from '../fixtures/articleText.ts'
import { brokenTexts } from '../fixtures/brokenTexts.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { pathOf, urlOf, useDeliveries } from '../helpers/useDeliveries.ts'

/** What a file says about its topic. */
type File = { place: string; topic: number; version: number; id?: number }

/** What an editor has written, by key of the front matter. */
type Edit = { author?: string; answer?: string }

/** The files of a folder by the number of their article, and the faults of those that are broken. */
type Folder = { files: Map<number, File>; faults?: Map<number, number> }

type Delivery = {
  what: string
  /** Changes the folder of the delivery before. */
  change: (before: Folder) => Folder
  options?: Partial<ImportOptions>
  report: Record<string, number>
  codes?: string[]
  /** Articles that are in the trash afterwards. */
  deleted?: number[]
  /** Articles that somebody edits afterwards. */
  edits?: Record<number, Edit>
}

const size = 30
const numbers = Array.from({ length: size }, (_, at) => at)
const first: Folder = {
  files: new Map(
    numbers.map((at) => [
      at,
      {
        place: `${at < 12 ? 'biology' : 'chemistry'}/topic-${at}`,
        topic: at,
        version: 0,
      },
    ]),
  ),
}

const textOf = ({ id, place, topic, version }: File, { answer, author }: Edit = {}): string => {
  const [subject = '', slug = ''] = place.split('/')
  return articleText(subject, slug, {
    id: id === undefined ? undefined : `id: ${id}`,
    title: undefined,
    article_title: undefined,
    question: `question: What is topic ${topic}?`,
    answer: `answer: >-\n    ${answer ?? `Topic ${topic} is explained here.`}`,
    seo: `seo:\n  page_description: Version ${version}`,
    author: `author: ${author ?? 'Answerbook'}`,
  })
}

const changeFiles = (
  { files }: Folder,
  change: (file: File, number: number) => Partial<File> | undefined,
): Folder => ({
  files: new Map(
    [...files].flatMap(([number, file]): [number, File][] => {
      const changed = change(file, number)
      return changed ? [[number, { ...file, ...changed }]] : []
    }),
  ),
})
const newVersion =
  (version: number, isIt: (number: number) => boolean) =>
  (_: File, number: number): Partial<File> =>
    isIt(number) ? { version } : {}
const isOdd = (number: number): boolean => number % 2 === 1
const isBiology = ({ place }: File): boolean => place.startsWith('biology/')

const deliveries: Delivery[] = [
  {
    what: 'the first one',
    change: () => first,
    report: { created: size },
    edits: {
      1: { author: 'Editor 1' },
      2: { answer: 'An editor’s answer.' },
      20: { author: 'Editor 20' },
    },
  },
  {
    what: 'half of the files are broken, the others changed',
    change: (before) => ({
      ...changeFiles(
        before,
        newVersion(1, (number) => !isOdd(number)),
      ),
      faults: new Map(numbers.filter(isOdd).map((number, at) => [number, at % brokenTexts.length])),
    }),
    options: { deleteMissing: true, maxDelete: 0 },
    report: { updated: 13, merged: 2, rejected: 15 },
    codes: brokenTexts.flatMap(({ code }) => [code, code, code]),
    edits: { 3: { author: 'Editor 3' } },
  },
  {
    what: 'all are good again',
    change: ({ files }) => changeFiles({ files }, newVersion(1, isOdd)),
    report: { updated: 13, merged: 2, unchanged: 15 },
    edits: { 4: { answer: 'Another answer.' } },
  },
  {
    what: 'most files disappear',
    change: (before) => changeFiles(before, (_, number) => (number < 5 ? { version: 2 } : undefined)),
    options: { deleteMissing: true },
    report: { updated: 1, merged: 4 },
    codes: ['delete-limit'],
    edits: { 25: { author: 'Editor 25' } },
  },
  {
    what: 'the files are back, the subject is renamed, and other files are missing',
    change: () =>
      changeFiles(first, (file, number) => {
        if (number > 26) return undefined
        return {
          version: 1,
          place: file.place.replace('biology/', 'life-science/'),
        }
      }),
    options: { deleteMissing: true },
    report: { moved: 12, unchanged: 15, deleted: 3 },
    deleted: [27, 28, 29],
    edits: { 6: { author: 'Editor 6' } },
  },
  {
    what: 'the first state again',
    change: () => first,
    report: { moved: 12, updated: 16, merged: 2 },
    edits: { 28: { author: 'Editor 28' } },
  },
  {
    what: 'ids change under their URLs, and two files have swapped their names',
    change: (before) => {
      const changed = changeFiles(before, (file, number) => ({
        ...(isBiology(file) ? { id: 100 + number } : {}),
      }))
      return changeFiles(changed, (_, number) =>
        number === 15 ? { topic: 16 } : number === 16 ? { topic: 15 } : {},
      )
    },
    report: { updated: 9, merged: 5, unchanged: 16 },
    codes: [],
    edits: { 15: { author: 'Editor 15' } },
  },
  {
    what: 'no file at all',
    change: () => ({ files: new Map() }),
    options: { deleteMissing: true, maxDelete: 100 },
    report: {},
    codes: ['delete-limit'],
    edits: { 9: { author: 'Editor 9' } },
  },
  {
    what: 'files are renamed and edited at once, and some are broken too',
    change: () => ({
      ...changeFiles(first, (file, number) => ({
        version: number < 6 ? 3 : 0,
        place: number < 6 ? file.place.replace('topic', 'what-is-topic') : file.place,
      })),
      faults: new Map([
        [4, 0],
        [21, 3],
      ]),
    }),
    options: { deleteMissing: true },
    report: {
      moved: 5,
      updated: 5,
      merged: 3,
      unchanged: 15,
      rejected: 2,
      deleted: 1,
    },
    codes: [brokenTexts[0]?.code ?? '', brokenTexts[3]?.code ?? ''],
    deleted: [4],
    edits: { 21: { author: 'Editor 21' } },
  },
  {
    what: 'all are good at the end',
    change: ({ files }) => ({ files }),
    options: { deleteMissing: true, maxDelete: 0 },
    report: { moved: 1, unchanged: 29 },
  },
]

describe.skipIf(skipped())(`ten deliveries in a row, on ${database}`, () => {
  const site = useDeliveries()

  it('end byte for byte as the last folder, with all edits and no second article', async () => {
    let folder: Folder = { files: new Map() }
    const accepted = new Map<number, File>()
    const edits = new Map<number, Edit>()
    const ids = new Map<number, unknown>()
    for (const {
      change,
      codes = [],
      deleted = [],
      edits: later = {},
      options = {},
      report,
      what,
    } of deliveries) {
      folder = change(folder)
      site.empty()
      for (const [number, file] of folder.files) {
        const fault = brokenTexts[folder.faults?.get(number) ?? -1]
        site.write(file.place, fault ? fault.break(textOf(file)) : textOf(file))
        if (!fault) accepted.set(number, file)
      }
      const zero = {
        created: 0,
        updated: 0,
        merged: 0,
        conflicts: 0,
        moved: 0,
        unchanged: 0,
        rejected: 0,
        deleted: 0,
      }
      const announced = await site.take({ ...options, dryRun: true })
      const { problems, seconds: _seconds, ...counts } = await site.take(options)
      expect(announced, what).toMatchObject(counts)
      expect(counts, what).toMatchObject({ ...zero, ...report })
      expect(problems.map(({ code }) => code).sort(), what).toEqual([...codes].sort())
      for (const [number, { place, topic }] of accepted) {
        const article = await site.at(place)
        expect(article.question, `${what}: ${place}`).toBe(`What is topic ${topic}?`)
        expect(Boolean(article.deletedAt), `${what}: ${place}`).toBe(deleted.includes(number))
        if (!ids.has(number)) ids.set(number, article.id)
        expect(article.id, `${what}: ${place}`).toBe(ids.get(number))
      }
      expect(await site.count(), what).toBe(size)
      const expected = [...accepted].flatMap(([number, file]): [string, string][] =>
        deleted.includes(number) ? [] : [[pathOf(file.place), textOf(file, edits.get(number))]],
      )
      expect(await site.exported(), what).toEqual(Object.fromEntries(expected))
      for (const [number, edit] of Object.entries(later)) {
        edits.set(Number(number), { ...edits.get(Number(number)), ...edit })
        await site.edit(accepted.get(Number(number))?.place ?? '', edit)
      }
    }
    const { docs } = await site.payload().find({ collection: 'articles', limit: 0, depth: 0 })
    expect(docs.map(({ url }) => url).sort()).toEqual(
      [...accepted.values()].map(({ place }) => urlOf(place)).sort(),
    )
  })
})
