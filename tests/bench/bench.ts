import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { parse } from 'yaml'

import { articleText } from '../fixtures/articleText.ts'

// Import and export against named baselines, all in one run. Ratios, not seconds, are what to compare between runs.
const articles = Number(process.env.ARTICLES ?? 500)
const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-bench-'))
const site = path.join(folder, 'site')
Object.assign(process.env, {
  CONTENT_DIR: '',
  DATABASE_URL: `file:${path.join(folder, 'bench.db')}`,
  LOG_LEVEL: 'silent',
  MEDIA_DIR: path.join(folder, 'media'),
  PAYLOAD_SECRET: 'bench'.repeat(8),
})

mkdirSync(path.join(site, 'learn/bench'), { recursive: true })
const answer = 'A sentence of an answer that is about as long as real ones are. '.repeat(40).trim()
for (let at = 0; at < articles; at += 1) {
  const lines = { answer: `answer: >-\n    ${answer}\\n\\n- ${at}`, id: `id: ${at}` }
  writeFileSync(path.join(site, `learn/bench/article-${at}.md`), articleText('bench', `article-${at}`, lines))
}

const { BasePayload } = await import('payload')
const config = await (await import('../../payload.config.ts')).default
const { migrate } = await import('../../src/database/migrate.ts')
const { articleMapping } = await import('../../collections/articleMapping.ts')
const { importFiles } = await import('../../src/sync/import/importFiles.ts')
const { exportFiles } = await import('../../src/sync/export/exportFiles.ts')
const payload = await new BasePayload().init({ config, disableOnInit: true })
await migrate(payload, { withoutContent: true })

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
const files = readdirSync(path.join(site, 'learn/bench')).map((name) => path.join(site, 'learn/bench', name))
const options = { payload, mappings: [articleMapping] }

const rows: { what: string; seconds: number; against: string; ratio: number }[] = []
const compare = (what: string, seconds: number, against: string, baseline: number): void => {
  rows.push({ what, seconds, against, ratio: seconds / baseline })
}

const readAndParse = await timed(async () => {
  for (const file of files) parse(readFileSync(file, 'utf8').split(/^---$/m)[1] ?? '', { schema: 'failsafe' })
})
const firstImport = await timed(() => importFiles({ ...options, folder: site }))
const again = await timed(() => importFiles({ ...options, folder: site }))
const { docs } = await payload.find({ collection: 'articles', depth: 0, limit: 0, pagination: false })
const createLoop = await timed(async () => {
  for (const [
    at,
    { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, url: _url, ...article },
  ] of docs.entries()) {
    await payload.create({ collection: 'articles', data: { ...article, slug: `copy-${at}` }, depth: 0 })
  }
})
await payload.delete({ collection: 'articles', where: { slug: { like: 'copy-' } } })
const plainWrite = await timed(async () => {
  mkdirSync(path.join(folder, 'plain'))
  for (const [at, file] of files.entries())
    writeFileSync(path.join(folder, 'plain', String(at)), readFileSync(file))
})
const firstExport = await timed(() => exportFiles({ ...options, folder: path.join(folder, 'out') }))
const exportAgain = await timed(() => exportFiles({ ...options, folder: path.join(folder, 'out') }))

compare('first import', firstImport, 'payload.create loop of the same articles', createLoop)
compare('first import', firstImport, 'read and parse the same files', readAndParse)
compare('import again, nothing changed', again, 'read and parse the same files', readAndParse)
compare('first export', firstExport, 'plain copy of the same files', plainWrite)
compare('export again, nothing changed', exportAgain, 'first export', firstExport)
console.log(`${articles} articles on ${payload.db.name}`)
console.table(
  rows.map((row) => ({
    ...row,
    seconds: Number(row.seconds.toFixed(2)),
    ratio: Number(row.ratio.toFixed(2)),
  })),
)
await payload.destroy()
rmSync(folder, { force: true, recursive: true })
process.exit(0)
