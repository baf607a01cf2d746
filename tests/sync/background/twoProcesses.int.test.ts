import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { documentsOf } from '../../../src/documents/documents.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import { resultsOf } from '../../../src/sync/records/resultPages.ts'
import { articleText } from '../../fixtures/articleText.ts'
import { type Booted, bootPayload, database, skipped } from '../../helpers/bootPayload.ts'

const program = fileURLToPath(new URL('./takingUpProcess.ts', import.meta.url))
const lexical = fileURLToPath(new URL('../../../src/setup/registerLexical.mjs', import.meta.url))

const past = new Date(Date.now() - 60_000).toISOString()
const files = 60
const runs = 3

type Server = { child: ChildProcess; lines: AsyncIterator<string> }

describe.skipIf(skipped())(`two servers that continue runs on ${database}`, () => {
  let booted: Booted
  let payload: Payload
  const servers: Server[] = []
  beforeAll(async () => {
    booted = await bootPayload()
    payload = booted.payload
  })
  afterAll(async () => {
    for (const { child } of servers) child.kill('SIGKILL')
    await booted?.close()
  })

  const nextLine = async ({ lines }: Server): Promise<string> => {
    const { done, value } = await lines.next()
    return done ? 'ended' : value
  }
  const start = async (): Promise<Server> => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--import', lexical, program, booted.folder], {
      // Else Payload generates types beside it.
      env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const server = { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
    servers.push(server)
    expect(await nextLine(server)).toBe('ready')
    return server
  }
  const goneRun = async (site: string): Promise<string> => {
    const folder = path.join(booted.folder, 'roots', site)
    await mkdir(path.join(folder, 'learn/test'), { recursive: true })
    for (let at = 0; at < files; at += 1) {
      const slug = `${site}-${at}`
      const text = articleText('test', slug, { id: undefined, question: `question: What is ${slug}?` })
      await writeFile(path.join(folder, `learn/test/${slug}.md`), text)
    }
    const { id } = await documentsOf(payload).create({
      collection: 'answerbook-runs',
      data: {
        title: `Import from ${site}`,
        kind: 'import',
        trigger: 'admin',
        status: 'running',
        startedAt: past,
        expiresAt: past,
        lease: `of ${site}`,
        token: 'of a process that has ended',
        request: { kind: 'import', source: { folder }, options: {} },
        attempts: 1,
      },
    })
    return String(id)
  }

  it('each run is continued exactly once, and each of its files is imported once', async () => {
    const ids: string[] = []
    for (let at = 0; at < runs; at += 1) ids.push(await goneRun(`site${at}`))
    const both = await Promise.all([start(), start()])
    for (const { child } of both) child.stdin?.write('go\n')
    const said = await Promise.all(both.map(nextLine))
    for (const { child } of both) if (child.exitCode === null) await once(child, 'exit')
    const continued = said.map((line) => Number(/^continued (\d+)$/.exec(line)?.[1]))
    expect(continued.reduce((sum, n) => sum + n, 0)).toBe(runs)
    for (const id of ids) {
      expect(await rowsOf(payload).findById('answerbook-runs', id)).toMatchObject({
        status: 'done',
        attempts: 2,
        counts: { created: files, unchanged: 0, rejected: 0 },
      })
      expect((await resultsOf(payload, id).counts()).outcomes).toEqual({ created: files })
    }
    expect(await payload.count({ collection: 'articles' })).toEqual({ totalDocs: runs * files })
    expect(await payload.countVersions({ collection: 'articles' })).toEqual({ totalDocs: runs * files })
  }, 600_000)
})
