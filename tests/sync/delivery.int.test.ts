import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { corpusFiles } from '../helpers/corpusFiles.ts'

const before = new Map(corpusFiles('batch/before').map(({ path: file, text }) => [file, text]))
const after = corpusFiles('batch/after')
const folder = (name: string): string =>
  path.resolve(process.env.CORPUS_DIR ?? '../shared/corpus', 'batch', name)

// A delivery that rewrites articles changes their description and leaves the author alone.
const rewritten = after.filter(({ path: file, text }) => (before.get(file) ?? text) !== text)
const merged = rewritten.slice(0, 20)
const conflicting = rewritten.slice(20, 30)

const withAuthor = (text: string): string => text.replace(/^author: .*$/m, 'author: An editor')
const withDescription = (text: string): string =>
  text.replace(/^( {2}page_description: )>-\n.*$/m, '$1>-\n    Written by an editor.')

describe.skipIf(skipped() !== undefined || after.length === 0)(
  `a delivery of real files, on ${database}`,
  () => {
    let booted: Booted
    let payload: Payload
    let root: string

    const take = (name: string) => {
      cpSync(folder(name), root, { recursive: true })
      return importFiles({ payload, mappings: [articleMapping], folder: folder(name) })
    }
    const edit = async (file: string, data: Record<string, unknown>): Promise<void> => {
      const [, subject, name] = /^learn\/(.*)\/(.*)\.md$/.exec(file) ?? []
      const url = `/learn/${subject}/questions/${name}`
      await payload.update({ collection: 'articles', where: { url: { equals: url } }, data })
    }

    beforeAll(async () => {
      booted = await bootPayload()
      payload = booted.payload
      root = path.join(booted.folder, 'site')
    })
    afterAll(() => booted?.close())

    it('merges with the edits of editors, and an export differs from it in these alone', async () => {
      expect(await take('before')).toMatchObject({ created: before.size, rejected: 0 })
      for (const { path: file } of merged) await edit(file, { author: 'An editor' })
      for (const { path: file } of conflicting)
        await edit(file, { seo: { description: 'Written by an editor.' } })
      const report = await take('after')
      expect(report).toMatchObject({
        created: after.filter(({ path: file }) => !before.has(file)).length,
        merged: merged.length,
        conflicts: conflicting.length,
        updated: rewritten.length - merged.length - conflicting.length,
        rejected: 0,
      })
      expect(report.problems.filter(({ code }) => code === 'conflict')).toHaveLength(conflicting.length)
      await exportFiles({ payload, mappings: [articleMapping], folder: root })
      const expected = after.map(({ path: file, text }) => {
        if (merged.some(({ path: other }) => other === file)) return [file, withAuthor(text)]
        if (conflicting.some(({ path: other }) => other === file)) return [file, withDescription(text)]
        return [file, text]
      })
      expect(expected.map(([file = '']) => [file, readFileSync(path.join(root, file), 'utf8')])).toEqual(
        expected,
      )
      expect(await take('after')).toMatchObject({ unchanged: after.length, merged: 0, conflicts: 0 })
    })
  },
)
