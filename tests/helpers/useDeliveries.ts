import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import type { ImportOptions } from '../../src/sync/import/types.ts'
import { articleText } from '../fixtures/articleText.ts'
import { type Booted, bootPayload } from './bootPayload.ts'

type Lines = Record<string, string | undefined>

/** The URL of the article at a place such as `biology/what-is-a-cell`. */
export const urlOf = (place: string): string => `/learn/${place.replace('/', '/questions/')}`

/** The path of its file under the content root. */
export const pathOf = (place: string): string => `learn/${place}.md`

/** The texts of all files under a folder, by path. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]),
  )

/**
 * An app of its own for a test file, and an empty content root for each test, to deliver files into and edit articles. Articles
 * are named by their places, such as `biology/what-is-a-cell`.
 */
export const useDeliveries = () => {
  let booted: Booted
  let root = ''
  let sites = 0
  const payload = (): Payload => booted.payload
  const file = (place: string): string => path.join(root, pathOf(place))

  beforeAll(async () => {
    booted = await bootPayload()
  })
  afterAll(() => booted?.close())
  const reset = async (): Promise<void> => {
    const collections = ['articles', 'subjects', 'answerbook-files', 'answerbook-runs', 'redirects'] as const
    for (const collection of collections)
      await payload().delete({ collection, where: { id: { exists: true } }, trash: true })
    sites += 1
    root = path.join(booted.folder, `site-${sites}`)
    mkdirSync(root)
  }
  beforeEach(reset)

  /** The article at a place, in the trash too; undefined if there is none. */
  const find = async (place: string, draft = false) => {
    const { docs } = await payload().find({
      collection: 'articles',
      draft,
      depth: 0,
      trash: true,
      where: { url: { equals: urlOf(place) } },
    })
    return docs[0]
  }
  const at = async (place: string, draft = false) => {
    const article = await find(place, draft)
    if (!article) throw new Error(`There is no article ${place}.`)
    return article
  }

  const give = (folder = root) => exportFiles({ payload: payload(), mappings: [articleMapping], folder })

  return {
    payload,
    /** Begins again with an empty database and an empty folder. */
    reset,
    /** Empties the folder. */
    empty: (): void => {
      rmSync(root, { recursive: true })
      mkdirSync(root)
    },
    find,
    at,
    /** Writes a file, by default of an article without an id that names its place; lines can be replaced by key. */
    put: (place: string, lines: Lines = {}): void => {
      const [subject = '', slug = ''] = place.split('/')
      mkdirSync(path.dirname(file(place)), { recursive: true })
      writeFileSync(file(place), articleText(subject, slug, { id: undefined, ...lines }))
    },
    write: (place: string, text: string | Uint8Array): void => {
      mkdirSync(path.dirname(file(place)), { recursive: true })
      writeFileSync(file(place), text)
    },
    read: (place: string): string => readFileSync(file(place), 'utf8'),
    isThere: (place: string): boolean => existsSync(file(place)),
    /** Removes a file, and its folder if that is empty then, as in a work tree of Git. */
    remove: (place: string): void => {
      rmSync(file(place))
      const folder = path.dirname(file(place))
      if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true })
    },
    removeFolder: (subject: string): void => rmSync(path.join(root, 'learn', subject), { recursive: true }),
    take: (options: Partial<ImportOptions> = {}) =>
      importFiles({
        payload: payload(),
        mappings: [articleMapping],
        folder: root,
        ...options,
      }),
    give,
    /** The texts of the folder's files, by path. */
    files: (): Record<string, string> => filesIn(root),
    /** The texts that an export to an empty folder writes, by path. */
    exported: async (): Promise<Record<string, string>> => {
      const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-deliveries-'))
      try {
        await give(folder)
        return filesIn(folder)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    edit: async (place: string, data: Record<string, unknown>, draft = false): Promise<void> => {
      const { id } = await at(place)
      await payload().update({
        collection: 'articles',
        id,
        data,
        draft,
        trash: true,
      })
    },
    count: async (): Promise<number> =>
      (await payload().count({ collection: 'articles', trash: true })).totalDocs,
  }
}
