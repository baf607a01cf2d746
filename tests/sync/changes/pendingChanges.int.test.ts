import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import fc from 'fast-check'
import { ValidationError } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { type DocumentId, documentsOf } from '../../../src/documents/documents.ts'
import { checkChanges } from '../../../src/sync/changes/checkChanges.ts'
import { pendingChanges } from '../../../src/sync/changes/pendingChanges.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { makeTree } from '../../files/makeTree.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { articlesOf } from '../../helpers/articlesOf.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const names = ['one', 'two', 'three', 'four', 'five', 'six']

const link = (url: string): string =>
  `related_article1:\n    id: 1\n    title: >-\n        A title\n    subject: Test\n    url: ${url}`

type Step = { at: number; what: keyof ReturnType<typeof stepsOn>; text: number }

const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const full = path.join(entry.parentPath, entry.name)
      return entry.isFile() ? [[path.relative(folder, full), readFileSync(full, 'utf8')] as const] : []
    }),
  )

const stepsOn = (articles: ReturnType<typeof articlesOf>, booted: Booted, folder: string) => {
  const { payload } = booted
  const documents = documentsOf(payload)
  const all = async (collection: string): Promise<DocumentId[]> =>
    (await documents.find({ collection, sort: 'id', trash: true })).map(({ id }) => id)
  const run = { payload, mappings: [articleMapping], folder }
  // An article in the trash is only restored or deleted.
  const edit = async (id: DocumentId, data: Record<string, unknown>): Promise<unknown> =>
    (await articles.row(id)).deletedAt ? undefined : articles.update(id, data)
  const former = new Map<string, Set<string>>()
  const remember = (): void => {
    for (const [file, text] of filesIn(folder)) former.set(file, (former.get(file) ?? new Set()).add(text))
  }
  /** Delivers a changed text of one of the files. */
  const deliver = async (
    chosen: number,
    takeConflicts: 'file' | 'cms',
    changed: (content: string, file: string) => string,
  ): Promise<void> => {
    remember()
    const files = [...filesIn(folder)]
    const [file, content] = files[chosen % files.length] ?? []
    if (file === undefined || content === undefined) return
    await makeTree(folder, { [file]: changed(content, file) })
    const refused: string[] = []
    await importFiles({
      ...run,
      takeConflicts,
      onResult: async (results) => {
        for (const { outcome, path: at } of results)
          if (outcome === 'conflicts' || outcome === 'rejected') refused.push(at)
        await Promise.resolve()
      },
    })
    // An export does not replace what an import has refused.
    if (refused.includes(file)) await makeTree(folder, { [file]: content })
  }
  return {
    answer: (id: DocumentId, text: number) => edit(id, { answer: `Answer ${text % 3}.` }),
    question: (id: DocumentId, text: number) => edit(id, { question: `Question ${text % 3}?` }),
    slug: (id: DocumentId, text: number) => edit(id, { slug: `slug-${String(id).slice(-4)}-${text % 3}` }),
    draft: async (id: DocumentId, text: number) =>
      (await articles.row(id)).deletedAt ? undefined : articles.saveDraft(id, { answer: `Draft ${text}.` }),
    publish: (id: DocumentId) => edit(id, { _status: 'published' }),
    unpublish: (id: DocumentId) => edit(id, { _status: 'draft' }),
    trash: (id: DocumentId) => articles.update(id, { deletedAt: new Date().toISOString() }),
    untrash: (id: DocumentId) => articles.update(id, { deletedAt: null }),
    purge: async (id: DocumentId, text: number) => (text % 4 === 0 ? articles.delete(id) : undefined),
    links: async (id: DocumentId, text: number) => {
      const ids = await all('articles')
      return edit(id, { relatedArticles: [ids[text % ids.length]], unresolvedLinks: [] })
    },
    subject: async (id: DocumentId, text: number) => {
      const ids = await all('subjects')
      return edit(id, { subject: ids[text % ids.length] })
    },
    renameSubject: async (_: DocumentId, text: number) => {
      const ids = await all('subjects')
      const id = ids[text % ids.length] ?? ''
      return documents.update({ collection: 'subjects', id, data: { title: `Subject ${text}`, aliases: [] } })
    },
    create: async (_: DocumentId, text: number) => {
      const [subject] = await all('subjects')
      return articles.publish({ subject, answer: `New ${text}.` })
    },
    deliver: async () => importFiles(run),
    deliverChanged: (_: DocumentId, text: number) =>
      deliver(text, 'file', (content) =>
        content.replace(/answer: >-\n.*/, `answer: >-\n    Delivered ${text % 3}.`),
      ),
    deliverRefused: (_: DocumentId, text: number) =>
      deliver(text, 'cms', (content) =>
        content.replace(/answer: >-\n.*/, `answer: >-\n    Delivered ${text % 3}.`),
      ),
    deliverComment: (_: DocumentId, text: number) =>
      deliver(text, 'file', (content) =>
        content.replace(/^(# .*\n)?author: /m, `# Comment ${text % 3}\nauthor: `),
      ),
    deliverFormer: (_: DocumentId, text: number) =>
      deliver(text, text % 2 ? 'file' : 'cms', (content, file) => {
        const texts = [...(former.get(file) ?? [])]
        return texts[text % texts.length] ?? content
      }),
    export: async () => exportFiles(run),
  }
}

/** An article cannot get the URL of another one, also of one in the trash. */
const unlessTaken = (error: unknown): void => {
  const isTaken =
    error instanceof ValidationError && error.data.errors.every((invalid) => invalid.path === 'slug')
  if (!isTaken) throw error
}

const changesBetween = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${!before.has(file) ? 'new' : after.has(file) ? 'changed' : 'removed'} ${file}`)
    .sort()

describe.skipIf(skipped())(`changes for the next export on ${database}`, () => {
  let booted: Booted
  let articles: ReturnType<typeof articlesOf>
  let folder: string

  beforeAll(async () => {
    booted = await bootPayload()
    articles = articlesOf(booted.payload)
    folder = path.join(booted.folder, 'site')
  })
  afterAll(() => booted.close())

  const listed = async (): Promise<string[]> => {
    await checkChanges(booted.payload)
    const changes = await pendingChanges(booted.payload, {}, 1000)
    return changes.flatMap(({ files }) => files.map(({ kind, path: file }) => `${kind} ${file}`)).sort()
  }

  it.each([
    ['edited', { answer: 'Edited.' }],
    ['unpublished', { _status: 'draft' }],
  ])('a file from before the last export is listed again if its article was %s', async (what, edit) => {
    const name = `learn/chemistry/${what}.md`
    const text = articleText('chemistry', what)
    const run = { payload: booted.payload, mappings: [articleMapping], folder }
    await makeTree(folder, { [name]: text })
    await importFiles(run)
    const { docs } = await booted.payload.find({ collection: 'articles', where: { slug: { equals: what } } })
    const id = docs[0]?.id ?? ''
    await articles.update(id, edit)
    await exportFiles(run)
    const exported = filesIn(folder)
    expect(exported.get(name)).not.toBe(text)
    expect(await listed()).toEqual([])
    await makeTree(folder, { [name]: text })
    await importFiles(run)
    expect(await listed()).toEqual([`${exported.has(name) ? 'changed' : 'removed'} ${name}`])
    await exportFiles(run)
    expect(filesIn(folder)).toEqual(exported)
    expect(await listed()).toEqual([])
    await articles.delete(id)
    await exportFiles(run)
  })

  it('the list is exactly what an export then writes and removes', { timeout: 900_000 }, async () => {
    mkdirSync(folder, { recursive: true })
    const texts = names.map((name, at): [string, string] => [
      `learn/${at % 2 ? 'maths' : 'physics'}/${name}.md`,
      articleText(at % 2 ? 'maths' : 'physics', name, {
        first: link(`/learn/maths/questions/${names[(at + 1) % names.length]}`),
      }),
    ])
    await makeTree(folder, Object.fromEntries(texts))
    await importFiles({ payload: booted.payload, mappings: [articleMapping], folder })
    expect(await listed()).toEqual([])
    const steps = stepsOn(articles, booted, folder)
    const kinds = Object.keys(steps)
    const isStep = (what: string): what is Step['what'] => what in steps
    const what = fc.constantFrom(...kinds.filter(isStep))
    const step: fc.Arbitrary<Step> = fc.record({ at: fc.nat(20), what, text: fc.nat(20) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (taken, isChecked) => {
          for (const one of taken) {
            const ids = await documentsOf(booted.payload).find({
              collection: 'articles',
              sort: 'id',
              trash: true,
            })
            const id = ids[one.at % ids.length]?.id
            if (id !== undefined) await Promise.resolve(steps[one.what](id, one.text)).catch(unlessTaken)
            // Whether somebody looks at the list in between makes no difference.
            if (isChecked) await checkChanges(booted.payload)
          }
          const said = await listed()
          const before = filesIn(folder)
          const { problems } = await exportFiles({
            payload: booted.payload,
            mappings: [articleMapping],
            folder,
          })
          expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
          expect(said).toEqual(changesBetween(before, filesIn(folder)))
          expect(await listed()).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
    rmSync(folder, { recursive: true })
  })
})
