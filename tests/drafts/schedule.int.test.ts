import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { BasePayload, createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { rowsOf } from '../../src/documents/rows.ts'
import { claimMilliseconds } from '../../src/drafts/schedule/claimJobs.ts'
import { abortTransactions } from '../helpers/abortTransactions.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

const program = fileURLToPath(new URL('./publishingProcess.ts', import.meta.url))
const lexical = fileURLToPath(new URL('../../src/setup/registerLexical.mjs', import.meta.url))

const jobs = 'payload-jobs'

describe.skipIf(skipped())(`scheduled publishing on ${database}`, () => {
  let own: BootedArticles
  let payload: Payload
  let other: Payload
  let published: string[]

  beforeAll(async () => {
    own = await bootArticles()
    payload = own.booted.payload
    other = await new BasePayload().init({ config: own.booted.config, disableOnInit: true })
    payload.collections.articles.config.hooks.afterChange.push(({ doc, operation, previousDoc }) => {
      if (operation === 'update' && doc._status !== previousDoc?._status)
        published.push(`${String(doc.id)} ${String(doc._status)}`)
    })
  })
  afterAll(async () => {
    await other.destroy()
    await own.booted.close()
  })
  beforeEach(async () => {
    published = []
    await payload.delete({ collection: jobs, where: { id: { exists: true } } })
  })

  const schedule = (id: DocumentId, type: 'publish' | 'unpublish' = 'publish') =>
    payload.jobs.queue({
      task: 'schedulePublish',
      waitUntil: new Date(Date.now() - 1_000),
      input: { type, doc: { relationTo: 'articles', value: String(id) }, locale: null, user: null },
    })
  const draft = async (): Promise<DocumentId> =>
    (
      await own.articles.draft({
        subject: own.subject,
        question: `Scheduled ${Math.random()}?`,
        answer: 'A.',
      })
    ).id
  const run = (server: Payload) => server.jobs.run({ limit: 100, silent: true })
  const remaining = () => rowsOf(payload).find({ collection: jobs })
  /** Lets the claim of a server that is gone expire. */
  const expire = async (): Promise<void> => {
    const updatedAt = new Date(Date.now() - claimMilliseconds - 1_000).toISOString()
    for (const { id } of await remaining())
      await rowsOf(payload).update({ collection: jobs, id, data: { updatedAt } })
  }

  it('two servers publish each document once', async () => {
    const ids: DocumentId[] = []
    for (let at = 0; at < 6; at += 1) ids.push(await draft())
    for (const id of ids) await schedule(id)
    await Promise.all([run(payload), run(other), run(payload), run(other)])
    expect(published.sort()).toEqual(ids.map((id) => `${id} published`).sort())
    expect(await remaining()).toEqual([])
    for (const id of ids) expect(await own.articles.row(id)).toMatchObject({ _status: 'published' })
  })

  it('a document is unpublished at its time as well', async () => {
    const { id } = await own.articles.publish({ subject: own.subject })
    published = []
    await schedule(id, 'unpublish')
    await Promise.all([run(payload), run(other)])
    expect(published).toEqual([`${id} draft`])
  })

  it('a job that two servers have claimed publishes once', async () => {
    const id = await draft()
    const job = await schedule(id)
    const task = payload.config.jobs.tasks?.find(({ slug }) => slug === 'schedulePublish')
    const handler = task?.handler
    if (typeof handler !== 'function') throw new Error('There is no task.')
    const handle = async (server: Payload): Promise<unknown> =>
      Reflect.apply(handler, undefined, [{ input: job.input, job, req: await createLocalReq({}, server) }])
    await Promise.all([handle(payload), handle(other)])
    await handle(other)
    expect(published).toEqual([`${id} published`])
  })

  it('a job that was claimed is not claimed again before its server counts as gone', async () => {
    const id = await draft()
    const { id: job } = await schedule(id)
    const claimed = await payload.db.updateJobs({ id: job, data: { processing: true }, req: {} })
    expect(claimed).toHaveLength(1)
    await run(other)
    await other.jobs.runByID({ id: job, silent: true })
    expect(published).toEqual([])
    await expire()
    await Promise.all([run(payload), run(other)])
    expect(published).toEqual([`${id} published`])
    expect(await remaining()).toEqual([])
  })

  it('a cancelled job does not publish, even if a server has claimed it', async () => {
    const id = await draft()
    const { id: job } = await schedule(id)
    await payload.db.updateJobs({ id: job, data: { processing: true }, req: {} })
    await payload.jobs.cancelByID({ id: job })
    await expire()
    await run(other)
    expect(published).toEqual([])
  })

  it('a refused publication leaves its error with the job, and no lock behind', async () => {
    const { id } = await own.articles.draft({ subject: own.subject })
    await schedule(id)
    await run(payload)
    expect(published).toEqual([])
    expect(await remaining()).toMatchObject([{ hasError: true, processing: false }])
    await own.articles.publish({ subject: own.subject })
  })

  it('a server that is killed while it publishes leaves the job to another one', async () => {
    const id = await draft()
    await schedule(id)
    const child = spawn(process.execPath, ['--import', 'tsx', '--import', lexical, program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    for await (const line of createInterface({ input: child.stdout })) if (line === 'publishing') break
    child.kill('SIGKILL')
    await ended
    await abortTransactions(payload)
    await run(other)
    expect(await own.articles.row(id)).toMatchObject({ _status: 'draft' })
    await expire()
    await Promise.all([run(payload), run(other)])
    expect(published).toEqual([`${id} published`])
    expect(
      (await own.articles.versions(id)).filter(({ version }) => version._status === 'published'),
    ).toHaveLength(1)
    expect(await remaining()).toEqual([])
  })
})
