import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { createLocalReq, handleEndpoints } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { roles } from '../../../src/access/roles.ts'
import { documentsOf } from '../../../src/documents/documents.ts'
import { workFolder } from '../../../src/files/upload/workFolder.ts'
import { uploadEndpoint } from '../../../src/sync/endpoints/runs/uploadEndpoint.ts'
import { takeLease } from '../../../src/sync/records/takeLease.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { zipped } from '../../files/upload/zipped.ts'
import { type BootedArticles, bootArticles } from '../../helpers/bootArticles.ts'
import { database, skipped } from '../../helpers/bootPayload.ts'
import type { Person } from '../../helpers/makeUsers.ts'
import { headersOf, rest, type RestAnswer } from '../../helpers/rest.ts'

type Lines = Parameters<typeof articleText>[2]

describe.skipIf(skipped())(`runs in the background on ${database}`, () => {
  let opened: BootedArticles
  let roots: string
  let root: string
  beforeAll(async () => {
    opened = await bootArticles()
    roots = path.join(opened.booted.folder, 'roots')
    await mkdir(roots)
  })
  afterAll(() => opened?.booted.close())
  beforeEach(async () => {
    const { payload } = opened.booted
    for (const collection of [
      'articles',
      'answerbook-files',
      'answerbook-results',
      'answerbook-runs',
    ] as const)
      await payload.delete({ collection, where: { id: { exists: true } }, trash: true })
    root = await mkdtemp(path.join(roots, 'site-'))
  })

  const put = async (slug: string, lines: Lines = {}): Promise<void> => {
    await mkdir(path.join(root, 'learn/test'), { recursive: true })
    await writeFile(
      path.join(root, `learn/test/${slug}.md`),
      articleText('test', slug, { id: undefined, ...lines }),
    )
  }
  const read = (slug: string): Promise<string> => readFile(path.join(root, `learn/test/${slug}.md`), 'utf8')

  const ask = (
    target: string,
    {
      as = 'admin',
      body,
      method = body === undefined ? 'GET' : 'POST',
    }: { as?: Person; body?: unknown; method?: string } = {},
  ): Promise<RestAnswer> => rest(opened.booted.config, `answerbook/${target}`, { as, method, body })

  const raw = (target: string, init: RequestInit = {}): Promise<Response> =>
    handleEndpoints({
      config: opened.booted.config,
      request: new Request(`http://localhost:3000/api/answerbook/${target}`, {
        ...init,
        headers: { ...headersOf('admin'), ...(init.body ? { 'Content-Type': 'application/zip' } : {}) },
      }),
    })

  const ended = async (id: unknown): Promise<Record<string, unknown>> => {
    await expect
      .poll(async () => (await ask(`runs/${String(id)}/progress`)).body.status, {
        timeout: 60_000,
        interval: 50,
      })
      .not.toBe('running')
    return (await ask(`runs/${String(id)}/progress`)).body
  }
  const started = async (body: unknown): Promise<string> => {
    const answer = await ask('runs', { body })
    expect(answer).toMatchObject({ status: 202 })
    return String(answer.body.id)
  }
  const finished = async (body: unknown) => {
    const id = await started(body)
    return { id, ...(await ended(id)) }
  }
  const importing = (options: object = {}) => ({ kind: 'import', source: { folder: root }, options })
  const exporting = (options: object = {}) => ({ kind: 'export', target: { folder: root }, options })

  const article = async (slug: string) => {
    const [found] = await documentsOf(opened.booted.payload).find({
      collection: 'articles',
      where: { slug: { equals: slug } },
    })
    if (!found) throw new Error(`There is no article ${slug}.`)
    return found
  }
  const edit = async (slug: string, data: Record<string, unknown>): Promise<void> => {
    await documentsOf(opened.booted.payload).update({
      collection: 'articles',
      id: (await article(slug)).id,
      data,
    })
  }

  it('every endpoint is for those who may run imports', async () => {
    const id = await started(importing())
    await ended(id)
    const endpoints = [
      ['GET', 'runs/options'],
      ['POST', 'uploads'],
      ['POST', 'runs'],
      ['GET', `runs/${id}/progress`],
      ['POST', `runs/${id}/cancel`],
      ['GET', `runs/${id}/results`],
      ['GET', `runs/${id}/conflicts`],
      ['POST', `runs/${id}/conflicts`],
      ['GET', `runs/${id}/report`],
      ['GET', `runs/${id}/download`],
    ] as const
    for (const [method, target] of endpoints) {
      for (const as of ['visitor', ...roles] as const) {
        const { status } = await ask(target, { as, method })
        const isAllowed = as === 'admin' || as === 'editor'
        if (isAllowed) expect([target, as, status]).not.toEqual([target, as, 403])
        else expect([target, as, status]).toEqual([target, as, as === 'visitor' ? 401 : 403])
      }
    }
  })

  it('an import of a folder keeps what happened to each file', async () => {
    await put('one')
    await put('two', { related_article1: undefined })
    await writeFile(path.join(root, 'learn/test/bad.md'), 'no front matter')
    const first = await finished(importing())
    expect(first).toMatchObject({ status: 'errors', isDry: false, counts: { created: 2, rejected: 1 } })
    const { body } = await ask(`runs/${first.id}/results`)
    expect(body).toMatchObject({
      totalDocs: 3,
      page: 1,
      totalPages: 1,
      counts: { outcomes: { created: 2, rejected: 1 }, codes: { 'missing-front-matter': 1 } },
      docs: [
        { path: 'learn/test/bad.md', outcome: 'rejected', problems: [{ code: 'missing-front-matter' }] },
        { path: 'learn/test/one.md', outcome: 'created', document: { id: (await article('one')).id } },
        { path: 'learn/test/two.md', outcome: 'created' },
      ],
    })
    const filtered = await ask(`runs/${first.id}/results?outcome=created&limit=1&page=2`)
    expect(filtered.body).toMatchObject({
      totalDocs: 2,
      totalPages: 2,
      docs: [{ path: 'learn/test/two.md' }],
    })
    const byCode = await ask(`runs/${first.id}/results?code=missing-front-matter`)
    expect(byCode.body).toMatchObject({ totalDocs: 1, docs: [{ path: 'learn/test/bad.md' }] })
    const report = await raw(`runs/${first.id}/report`)
    expect(await report.json()).toMatchObject({ counts: { created: 2 }, results: { length: 3 } })
  })

  it('a dry run is in the history, and writes nothing else', async () => {
    await put('one')
    const dry = await finished(importing({ dryRun: true }))
    expect(dry).toMatchObject({ status: 'done', isDry: true, counts: { created: 1 } })
    expect(await documentsOf(opened.booted.payload).find({ collection: 'articles' })).toEqual([])
    expect((await ask(`runs/${dry.id}/results`)).body).toMatchObject({
      counts: { outcomes: { created: 1 } },
    })
    expect(await finished(importing())).toMatchObject({ counts: { created: 1 } })
  })

  it('an upload is imported, after a dry run with it', async () => {
    const zip = await zipped([
      { path: 'learn/test/one.md', content: articleText('test', 'one', { id: undefined }) },
    ])
    const response = await raw('uploads?name=site.zip', { method: 'POST', body: new Uint8Array(zip) })
    const upload: { id: string } = await response.json()
    expect(upload).toMatchObject({ name: 'site.zip', files: 1 })
    const source = { upload: upload.id }
    for (const options of [{ dryRun: true }, {}])
      expect(await finished({ kind: 'import', source, options })).toMatchObject({ counts: { created: 1 } })
    const [run] = await documentsOf(opened.booted.payload).find({
      collection: 'answerbook-runs',
      sort: '-createdAt',
    })
    expect(run).toMatchObject({ title: 'Import: site.zip', trigger: 'admin', who: 'admin@example.com' })
  })

  it('conflicts show both sides, and an export writes the chosen one', async () => {
    for (const slug of ['one', 'two', 'three']) await put(slug, { author: 'author: Known' })
    await finished(importing())
    for (const slug of ['one', 'two', 'three']) {
      await edit(slug, { author: 'Editor' })
      await put(slug, { author: 'author: Writer' })
    }
    const run = await finished(importing())
    expect(run).toMatchObject({ counts: { conflicts: 3 } })
    expect((await ask(`runs/${run.id}/results`)).body).toMatchObject({
      docs: Array.from({ length: 3 }, () => ({
        outcome: 'conflicts',
        fields: [{ field: 'author', side: 'both' }],
      })),
    })
    const { body } = await ask(`runs/${run.id}/conflicts?limit=2`)
    expect(body).toMatchObject({
      totalDocs: 3,
      totalPages: 2,
      docs: [
        {
          path: 'learn/test/one.md',
          document: { id: (await article('one')).id, title: (await article('one')).question },
          field: 'author',
          label: 'Author',
          isMarkdown: false,
          cms: 'Editor',
          file: 'Writer',
        },
        { path: 'learn/test/three.md' },
      ],
    })
    const settle = (given: object) => ask(`runs/${run.id}/conflicts`, { body: given })
    expect(await settle({ path: 'learn/test/one.md', field: 'author', take: 'file' })).toMatchObject({
      status: 200,
      body: { settled: 1, problems: [] },
    })
    expect(await settle({ path: 'learn/test/one.md', field: 'author', take: 'cms' })).toMatchObject({
      body: { settled: 0 },
    })
    expect((await article('one')).author).toBe('Writer')
    expect(await settle({ all: true, take: 'cms' })).toMatchObject({ body: { settled: 2 } })
    expect((await ask(`runs/${run.id}/conflicts`)).body).toMatchObject({ totalDocs: 0, docs: [] })
    expect(await finished(exporting())).toMatchObject({
      status: 'done',
      counts: { written: 2, unchanged: 1 },
    })
    expect(await read('one')).toContain('author: Writer')
    expect(await read('two')).toContain('author: Editor')
    expect(await finished(importing())).toMatchObject({
      status: 'done',
      counts: { unchanged: 3, conflicts: 0 },
    })
  })

  it('settling a conflict keeps a newer draft on top, and other conflicts open', async () => {
    const lines = { author: 'author: Known', canonical: 'canonical: /known' }
    await put('one', lines)
    await finished(importing())
    await edit('one', { author: 'Editor', canonicalUrl: '/editor' })
    const { id } = await article('one')
    await documentsOf(opened.booted.payload).update({
      collection: 'articles',
      id,
      draft: true,
      data: { question: 'Draft?', author: 'Editor' },
    })
    await put('one', { author: 'author: Writer', canonical: 'canonical: /writer' })
    const run = await finished(importing())
    expect((await ask(`runs/${run.id}/conflicts`)).body).toMatchObject({ totalDocs: 2 })
    const settled = await ask(`runs/${run.id}/conflicts`, {
      body: { path: 'learn/test/one.md', field: 'author', take: 'file' },
    })
    expect(settled).toMatchObject({ body: { settled: 1, problems: [] } })
    expect(await article('one')).toMatchObject({ author: 'Writer', _status: 'published' })
    const draft = await documentsOf(opened.booted.payload).findByID({
      collection: 'articles',
      id,
      draft: true,
    })
    expect(draft).toMatchObject({ question: 'Draft?', author: 'Writer', _status: 'draft' })
    expect((await ask(`runs/${run.id}/conflicts`)).body).toMatchObject({
      totalDocs: 1,
      docs: [{ field: 'canonicalUrl', cms: '/editor', file: '/writer' }],
    })
  })

  describe('a file in conflict without a former state', () => {
    // As if the article had been written in the CMS, and the file by hand.
    const forget = (): Promise<unknown> =>
      opened.booted.payload.delete({ collection: 'answerbook-files', where: { id: { exists: true } } })
    const inConflict = async (slugs: string[], data: Record<string, unknown> = {}) => {
      for (const slug of slugs) await put(slug, { author: 'author: Known', canonical: 'canonical: /known' })
      await finished(importing())
      await forget()
      for (const slug of slugs) {
        await edit(slug, { author: 'Editor', canonicalUrl: '/editor', ...data })
        await put(slug, { author: 'author: Writer', canonical: 'canonical: /writer' })
      }
      return finished(importing())
    }
    const open = async (id: string) => (await ask(`runs/${id}/conflicts`)).body
    const settle = (id: string, body: object) => ask(`runs/${id}/conflicts`, { body })

    it('is listed with both values and its article, and stays as it is until somebody chooses', async () => {
      const run = await inConflict(['one'])
      expect(run).toMatchObject({ counts: { conflicts: 1 } })
      const { id, question } = await article('one')
      const document = { id, title: question }
      expect(await open(run.id)).toMatchObject({
        totalDocs: 2,
        docs: [
          { path: 'learn/test/one.md', document, field: 'author', cms: 'Editor', file: 'Writer' },
          { path: 'learn/test/one.md', document, field: 'canonicalUrl', cms: '/editor', file: '/writer' },
        ],
      })
      expect((await ask(`runs/${run.id}/results`)).body).toMatchObject({
        docs: [{ outcome: 'conflicts', document }],
      })
      expect(JSON.stringify((await ask(`runs/${run.id}/report`)).body)).not.toContain('undecided')
      expect(await finished(exporting())).toMatchObject({ counts: { written: 0 } })
      expect(await read('one')).toContain('author: Writer')
      expect(await finished(importing())).toMatchObject({ counts: { conflicts: 1 } })
      expect((await open((await finished(importing({ dryRun: true }))).id)).totalDocs).toBe(0)
    })

    it('is settled field by field, and an export writes the choice', async () => {
      const run = await inConflict(['one'])
      const one = { path: 'learn/test/one.md' }
      expect(await settle(run.id, { ...one, field: 'author', take: 'file' })).toMatchObject({
        body: { settled: 1, problems: [] },
      })
      expect(await article('one')).toMatchObject({ author: 'Writer', canonicalUrl: '/editor' })
      expect(await open(run.id)).toMatchObject({ totalDocs: 1, docs: [{ field: 'canonicalUrl' }] })
      expect(await settle(run.id, { ...one, field: 'canonicalUrl', take: 'cms' })).toMatchObject({
        body: { settled: 1, problems: [] },
      })
      expect(await open(run.id)).toMatchObject({ totalDocs: 0, docs: [] })
      expect(await finished(exporting())).toMatchObject({ status: 'done', counts: { written: 1 } })
      expect(await read('one')).toContain('author: Writer')
      expect(await read('one')).toContain('canonical: /editor')
      expect(await finished(importing())).toMatchObject({ status: 'done', counts: { unchanged: 1 } })
    })

    it.each(['file', 'cms'] as const)('is settled with all others for the %s', async (take) => {
      const run = await inConflict(['one', 'two'])
      expect(await settle(run.id, { all: true, take })).toMatchObject({ body: { settled: 4, problems: [] } })
      const author = take === 'file' ? 'Writer' : 'Editor'
      for (const slug of ['one', 'two']) expect(await article(slug)).toMatchObject({ author })
      expect(await finished(exporting())).toMatchObject({
        status: 'done',
        counts: take === 'file' ? { unchanged: 2 } : { written: 2 },
      })
      expect(await finished(importing())).toMatchObject({ status: 'done', counts: { unchanged: 2 } })
    })

    it('keeps a newer draft on top, with what the draft has changed', async () => {
      const run = await inConflict(['one'])
      const { id } = await article('one')
      const documents = documentsOf(opened.booted.payload)
      await documents.update({
        collection: 'articles',
        id,
        draft: true,
        data: { question: 'Draft?', author: 'Editor' },
      })
      await settle(run.id, { path: 'learn/test/one.md', field: 'author', take: 'file' })
      expect(await article('one')).toMatchObject({ author: 'Writer', canonicalUrl: '/editor' })
      expect(await documents.findByID({ collection: 'articles', id, draft: true })).toMatchObject({
        question: 'Draft?',
        author: 'Writer',
        canonicalUrl: '/editor',
        _status: 'draft',
      })
    })

    it('is left alone if its article has gone elsewhere', async () => {
      const run = await inConflict(['one'])
      await edit('one', { slug: 'other' })
      await opened.booted.payload.delete({ collection: 'redirects', where: { id: { exists: true } } })
      expect(await settle(run.id, { all: true, take: 'file' })).toMatchObject({
        body: { settled: 0, problems: [{ code: 'conflict' }] },
      })
      expect(await opened.booted.payload.count({ collection: 'articles' })).toEqual({ totalDocs: 1 })
    })
  })

  it('an export keeps which files it has written and removed', async () => {
    await put('one')
    await put('two')
    await finished(importing())
    await edit('one', { author: 'Editor' })
    await documentsOf(opened.booted.payload).delete({ collection: 'articles', id: (await article('two')).id })
    const run = await finished(exporting())
    expect((await ask(`runs/${run.id}/results`)).body).toMatchObject({
      docs: [
        { path: 'learn/test/two.md', outcome: 'removed' },
        { path: 'learn/test/one.md', outcome: 'written' },
      ],
    })
  })

  it('an export can be committed', async () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
    await put('one')
    await finished(importing())
    git('init', '--quiet')
    git('config', 'user.name', 'Server')
    git('config', 'user.email', 'server@example.com')
    git('add', '.')
    git('commit', '--quiet', '--message=Import')
    expect((await ask('runs/options')).body).toMatchObject({
      canCommit: true,
      roots: [{ folder: roots, name: 'roots' }],
    })
    await edit('one', { author: 'Editor' })
    const commit = { message: 'Edits of the week' }
    expect(await finished(exporting({ commit }))).toMatchObject({ status: 'done', counts: { written: 1 } })
    expect(git('log', '-1', '--format=%an %ae %s')).toBe('admin admin@example.com Edits of the week')
    expect(git('status', '--porcelain')).toBe('')
    await put('two')
    expect(await ask('runs', { body: exporting({ commit }) })).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('has uncommitted changes') }] },
    })
  })

  it('an export to download is kept as a zip', async () => {
    await put('one')
    await finished(importing())
    const run = await finished({ kind: 'export', target: { download: true } })
    const response = await raw(`runs/${run.id}/download`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100)
    const other = await finished(importing())
    expect(await ask(`runs/${other.id}/download`)).toMatchObject({ status: 404 })
  })

  it.each<[string, (folder: string) => unknown, string]>([
    ['a folder elsewhere', () => ({ kind: 'import', source: { folder: '/etc' } }), 'is not allowed'],
    [
      'a folder above',
      (folder) => ({ kind: 'import', source: { folder: `${folder}/../..` } }),
      'is not allowed',
    ],
    [
      'a missing folder',
      (folder) => ({ kind: 'import', source: { folder: `${folder}/x` } }),
      'cannot be used',
    ],
    ['an export elsewhere', () => ({ kind: 'export', target: { folder: '/tmp/x' } }), 'is not allowed'],
    [
      'an unknown upload',
      () => ({ kind: 'import', source: { upload: '00000000-0000-4000-8000-000000000000' } }),
      'expired',
    ],
    ['an upload with a path', () => ({ kind: 'import', source: { upload: '../x' } }), 'source'],
    [
      'a misspelled option',
      (folder) => ({ kind: 'import', source: { folder }, options: { dryrun: true } }),
      'dryrun',
    ],
    [
      'a limit without deletion',
      (folder) => ({ kind: 'import', source: { folder }, options: { maxDelete: 1 } }),
      'deleteMissing',
    ],
    ['another kind', (folder) => ({ kind: 'audit', source: { folder } }), 'kind'],
    [
      'a commit without Git',
      (folder) => ({ kind: 'export', target: { folder }, options: { commit: { message: 'x' } } }),
      'not in a work tree',
    ],
    [
      'a commit of a download',
      () => ({ kind: 'export', target: { download: true }, options: { commit: { message: 'x' } } }),
      'folder',
    ],
  ])('%s is refused with one sentence', async (_, body, sentence) => {
    const { body: answer, status } = await ask('runs', { body: body(root) })
    expect([status, JSON.stringify(answer.errors)]).toEqual([400, expect.stringContaining(sentence)])
    expect(await documentsOf(opened.booted.payload).find({ collection: 'answerbook-runs' })).toEqual([])
  })

  it('a run is refused while another one is in progress', async () => {
    const { payload } = opened.booted
    const lease = await takeLease({ payload, folder: 'site', who: 'command line' }, 'import')
    expect(await ask('runs', { body: importing() })).toMatchObject({
      status: 409,
      body: {
        errors: [{ message: expect.stringContaining('Not now: the import that the command line began') }],
      },
    })
    await lease?.release(undefined, {}, [])
  })

  it('a run that is not there gives 404', async () => {
    for (const id of ['1', 'x', '00000000-0000-4000-8000-000000000000'])
      expect([id, (await ask(`runs/${id}/progress`)).status]).toEqual([id, 404])
  })

  it('an upload that does not fit on the disk gets one sentence', async () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' })
    const work = { ...workFolder(opened.booted.folder), addUpload: () => Promise.reject(full) }
    const { handler } = uploadEndpoint({ canRun: () => true, mappings: [], roots: [], work })
    const response = await handler(await createLocalReq({}, opened.booted.payload))
    expect([response.status, await response.json()]).toEqual([
      507,
      { errors: [{ message: expect.stringMatching(/^The disk of the server is full .*Free some space/) }] },
    ])
  })

  it('a refused upload leaves nothing on the disk', async () => {
    const response = await raw('uploads', { method: 'POST', body: 'no zip' })
    expect(response.status).toBe(400)
    const uploads = await readdir(path.join(opened.booted.folder, 'work/uploads'))
    expect(uploads.filter((name) => name.endsWith('.partial'))).toEqual([])
  })
})
