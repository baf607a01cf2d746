import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { roles } from '../../../src/access/roles.ts'
import { documentsOf } from '../../../src/documents/documents.ts'
import { unzip } from '../../../src/files/upload/unzip.ts'
import { zipOf } from '../../../src/files/zipOf.ts'
import { takeLease } from '../../../src/sync/records/takeLease.ts'
import { temporaryFolder } from '../../files/temporaryFolder.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type BootedArticles, bootArticles } from '../../helpers/bootArticles.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import { headersOf, type RestAnswer } from '../../helpers/rest.ts'
import type { Person } from '../../helpers/makeUsers.ts'

const texts: Record<string, string> = Object.fromEntries(
  ['one', 'two'].map((slug) => [
    `learn/test/${slug}.md`,
    articleText('test', slug, { id: undefined, author: 'author:   Answerbook # by hand' }),
  ]),
)

const zipFile = (files: Record<string, string>): Promise<ArrayBuffer> =>
  new Response(
    zipOf(
      (async function* () {
        for (const [name, content] of Object.entries(files)) yield { path: name, content }
      })(),
    ),
  ).arrayBuffer()

describe.skipIf(skipped())(`import and export over HTTP on ${database}`, () => {
  let opened: BootedArticles
  beforeAll(async () => {
    opened = await bootArticles()
  })
  afterAll(() => opened.booted.close())
  beforeEach(async () => {
    const { payload } = opened.booted
    for (const collection of ['articles', 'answerbook-files', 'answerbook-runs'] as const)
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
  })

  const ask = (target: string, { as = 'admin', ...init }: RequestInit & { as?: Person } = {}) => {
    const headers = new Headers(init.headers)
    for (const [name, value] of Object.entries(headersOf(as))) headers.set(name, value)
    const url = `http://localhost:3000/api/answerbook/${target}`
    return handleEndpoints({
      config: opened.booted.config,
      request: new Request(url, { ...init, headers }),
    })
  }

  const send = async (
    body: BodyInit,
    {
      as = 'admin',
      query = '',
      type = 'application/zip',
    }: { as?: Person; query?: string; type?: string } = {},
  ): Promise<RestAnswer> => {
    const headers = new Headers(body instanceof FormData ? [] : [['Content-Type', type]])
    const response = await ask(`import${query}`, { as, method: 'POST', body, headers })
    return { status: response.status, body: await response.json() }
  }

  const contentOf = async (response: Response): Promise<Record<string, string>> => {
    const folder = await temporaryFolder()
    const file = path.join(await temporaryFolder(), 'content.zip')
    await writeFile(file, Buffer.from(await response.arrayBuffer()))
    await unzip(file, folder)
    const names = await readdir(folder, { recursive: true })
    const entries = names
      .filter((name) => name.endsWith('.md'))
      .map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const)
    return Object.fromEntries(await Promise.all(entries))
  }

  const runs = () => documentsOf(opened.booted.payload).find({ collection: 'answerbook-runs', limit: 0 })

  const edit = async (slug: string, data: Record<string, unknown>): Promise<void> => {
    const { payload } = opened.booted
    const [found] = await documentsOf(payload).find({
      collection: 'articles',
      where: { slug: { equals: slug } },
    })
    if (found) await documentsOf(payload).update({ collection: 'articles', id: found.id, data })
  }

  it.each<[Person, number]>([
    ['visitor', 401],
    ...roles.map((role): [Person, number] => [role, ['admin', 'editor'].includes(role) ? 200 : 403]),
  ])('a request of %s gets %d', async (as, status) => {
    expect(await send(await zipFile({}), { as })).toMatchObject({ status })
    for (const method of ['GET', 'POST']) {
      const response = await ask('export', { as, method })
      await response.arrayBuffer()
      expect([method, response.status]).toEqual([method, status])
    }
  })

  it('an import of a zip is in the history with its user', async () => {
    const { body, status } = await send(await zipFile({ ...texts, 'README.txt': 'x' }))
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ created: 2, updated: 0, rejected: 0, ignored: 1, problems: [] }),
    ])
    expect(await runs()).toEqual([
      expect.objectContaining({
        kind: 'import',
        trigger: 'admin',
        status: 'done',
        title: 'Import: upload',
        who: 'admin@example.com',
      }),
    ])
    expect(await send(await zipFile(texts))).toMatchObject({ body: { created: 0, unchanged: 2 } })
  })

  it('an import leaves nothing on the disk of the server', async () => {
    const folder = await temporaryFolder()
    vi.stubEnv('TMPDIR', folder)
    try {
      await send(await zipFile(texts))
      await send('no zip')
      await send(await zipFile(texts), { query: '?set[colour]=blue' })
      await ask('export?within[colour]=blue', { method: 'POST' })
      await (await ask('export', { method: 'POST' })).arrayBuffer()
      await (await ask('export', { method: 'POST' })).body?.cancel()
      await expect.poll(() => readdir(folder)).toEqual([])
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('an import accepts the files of a form, with and without a zip', async () => {
    const form = new FormData()
    const { 'learn/test/one.md': text = '', ...others } = texts
    form.append('files', new File([text], 'learn/test/one.md'))
    form.append('more', new File([await zipFile(others)], 'more.zip'))
    expect(await send(form)).toMatchObject({ status: 200, body: { created: 2 } })
  })

  it('a dry run writes nothing', async () => {
    const { body } = await send(await zipFile(texts), { query: '?dryRun=true' })
    expect(body).toMatchObject({ created: 2 })
    expect(await documentsOf(opened.booted.payload).find({ collection: 'articles' })).toEqual([])
    expect(await runs()).toEqual([])
  })

  it('an import moves missing documents to the trash, up to a share', async () => {
    await send(await zipFile(texts))
    const one = await zipFile(Object.fromEntries(Object.entries(texts).slice(0, 1)))
    expect(await send(one, { query: '?deleteMissing' })).toMatchObject({
      body: { deleted: 0, problems: [expect.objectContaining({ severity: 'error' })] },
    })
    expect(await send(one, { query: '?deleteMissing&maxDelete=60' })).toMatchObject({ body: { deleted: 1 } })
  })

  it.each([
    ['?dryrun=true', 'Unrecognized key: "dryrun"'],
    ['?takeConflicts=mine', 'takeConflicts: It must be file or cms.'],
    ['?dryRun=yes', 'dryRun: It must be true or false.'],
    ['?maxDelete=10', 'maxDelete: It requires deleteMissing.'],
    ['?deleteMissing&maxDelete=101', 'maxDelete: It must be a number from 0 to 100.'],
    ['?set=1', 'set: '],
    ['?set[colour]=blue', 'There is no field "colour"'],
  ])('the query %s is refused', async (query, sentence) => {
    const { body, status } = await send(await zipFile(texts), { query })
    expect([status, JSON.stringify(body.errors).replaceAll('\\', '')]).toEqual([
      400,
      expect.stringContaining(sentence),
    ])
    expect(await runs()).toEqual([])
  })

  it.each<[string, BodyInit, string | undefined, string]>([
    ['JSON', '{}', 'application/json', 'Send a zip'],
    ['a body that is not a zip', 'text', undefined, 'The zip cannot be unpacked'],
    ['a form without files', new FormData(), undefined, 'The form has no file'],
    ['a broken form', 'x', 'multipart/form-data', 'The form is invalid'],
  ])('an import of %s is refused', async (_, given, type, sentence) => {
    const { body, status } = await send(given, type === undefined ? {} : { type })
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(sentence)])
  })

  it('files whose names lead out of the folder are refused', async () => {
    for (const name of ['../a.md', '/a.md', 'a/../../b.md', '']) {
      const form = new FormData()
      form.append('files', new File(['x'], name))
      expect([name, (await send(form)).status]).toEqual([name, 400])
    }
  })

  it('a request gets 409 while another run is in progress, and does nothing', async () => {
    const { payload } = opened.booted
    for (const kind of ['import', 'export'] as const) {
      const lease = await takeLease({ payload, folder: 'site', who: 'command line' }, kind)
      const response =
        kind === 'import'
          ? await send(await zipFile(texts))
          : await ask('export', { method: 'POST' }).then(async (answer) => ({
              status: answer.status,
              body: await answer.json(),
            }))
      expect([response.status, JSON.stringify(response.body)]).toEqual([
        409,
        expect.stringContaining(`Not now: the ${kind} that the command line began`),
      ])
      await lease?.release(undefined, {}, [])
    }
    expect(await documentsOf(payload).find({ collection: 'articles' })).toEqual([])
    expect(await runs()).toHaveLength(2)
  })

  it('a download contains the published files, or the drafts, and changes nothing', async () => {
    await send(await zipFile(texts))
    const before = await runs()
    expect(await contentOf(await ask('export'))).toEqual(texts)
    await edit('one', { author: 'Somebody' })
    const { payload } = opened.booted
    const [two] = await documentsOf(payload).find({
      collection: 'articles',
      where: { slug: { equals: 'two' } },
    })
    await payload.update({
      collection: 'articles',
      id: String(two?.id),
      data: { author: 'Draft' },
      draft: true,
    })
    const published = await contentOf(await ask('export'))
    expect(published['learn/test/one.md']).toContain('author:   Somebody # by hand')
    expect(published['learn/test/two.md']).toBe(texts['learn/test/two.md'])
    const drafts = await contentOf(await ask('export?drafts=true'))
    expect(drafts['learn/test/two.md']).toContain('author:   Draft # by hand')
    expect(await runs()).toEqual(before)
  })

  it('importing an export does not revert later edits', async () => {
    await send(await zipFile(texts))
    await edit('one', { author: 'Somebody' })
    const response = await ask('export', { method: 'POST' })
    expect(response.headers.get('content-type')).toBe('application/zip')
    const exported = await contentOf(response)
    expect(exported['learn/test/one.md']).toContain('author:   Somebody # by hand')
    expect(await runs()).toContainEqual(
      expect.objectContaining({ kind: 'export', trigger: 'admin', who: 'admin@example.com' }),
    )
    await edit('one', { author: 'Somebody else' })
    expect(await send(await zipFile(exported))).toMatchObject({ body: { rejected: 0 } })
    const [one] = await documentsOf(opened.booted.payload).find({
      collection: 'articles',
      where: { slug: { equals: 'one' } },
    })
    expect(one?.author).toBe('Somebody else')
  })
})
