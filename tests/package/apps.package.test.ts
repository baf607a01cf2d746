import { readFileSync } from 'node:fs'
import path from 'node:path'

import { beforeAll, describe, expect, inject, it } from 'vitest'

import { type AppLife, filesOf, liveIn } from './appLife.ts'
import { appDatabases } from './databases.ts'
import { runProgram, succeeded } from './runIn.ts'

type App = {
  name: string
  importOptions?: string[]
  /** What the first import says, and `verify` after it. */
  imported: object
  verified: object
  /** Files that come out of the CMS after the import: all but these. */
  absent: string[]
  /** Files that the edits remove. */
  removed?: string[]
  byHand: { file: string; from: string; to: string }
}

const apps: App[] = [
  {
    name: 'articles',
    imported: { code: 0, report: { created: 2, rejected: 0, ignored: 1 } },
    verified: { code: 0, report: { identical: 2, different: 0, missing: 0, extra: 0 } },
    absent: ['index.md'],
    byHand: {
      file: 'learn/biology/what-is-a-cell.md',
      from: 'The smallest unit',
      to: 'The smallest living unit',
    },
  },
  {
    name: 'blog',
    imported: { code: 0, report: { created: 5, rejected: 0, ignored: 2 } },
    verified: { code: 0, report: { identical: 5, different: 0, missing: 0, extra: 0 } },
    absent: ['about.md', 'posts/_index.md'],
    byHand: { file: 'posts/windows.md', from: 'Line two.', to: 'Line 2.' },
  },
  {
    name: 'magazine',
    importOptions: ['--set', 'edition=7'],
    imported: {
      code: 1,
      report: {
        created: 3,
        rejected: 1,
        problems: expect.arrayContaining([
          expect.objectContaining({ path: 'stories/unfinished.md', code: 'hook-failed' }),
          expect.objectContaining({ path: 'stories/undated.md', code: 'changed-by-hook' }),
          expect.objectContaining({ path: 'stories/night-train.md', code: 'not-an-upload' }),
        ]),
      },
    },
    verified: { code: 1, report: { identical: 3, different: 0, missing: 0, extra: 1 } },
    absent: ['stories/unfinished.md'],
    removed: ['stories/bridge.md'],
    byHand: { file: 'stories/undated.md', from: 'No date', to: 'Still no date' },
  },
]

const without = (files: Record<string, string>, names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)))

describe.each(apps)('the app $name', ({ absent, byHand, importOptions = [], name, removed = [], ...app }) => {
  const folder = path.join(inject('apps').folder, name)
  const content = without(filesOf(path.join(folder, 'content')), absent)
  const edited = { ...without(content, removed), ...filesOf(path.join(folder, 'tests/edited')) }

  it('has types that check', { timeout: 300_000 }, async () => {
    expect(await runProgram(folder, 'tsc', ['--noEmit'])).toMatchObject({ code: 0, stdout: '' })
  })

  it('names its admin components', () => {
    const importMap = readFileSync(path.join(folder, 'app/(payload)/admin/importMap.js'), 'utf8')
    expect(importMap).toContain('"answerbook/client#MarkdownField"')
    expect(importMap).toContain('"answerbook/rsc#MarkdownView"')
  })

  it("has migrations made by Payload's own command", { timeout: 120_000 }, async () => {
    await succeeded(runProgram(folder, 'payload', ['migrate:create', 'first']))
    const made = Object.entries(filesOf(path.join(folder, 'migrations')))
    const [, migration] = made.find(([file]) => file.endsWith('_first.ts')) ?? []
    expect(migration).toMatch(/CREATE TABLE \\`answerbook_files\\`/)
  })

  for (const database of appDatabases)
    describe.skipIf(database.skipped !== undefined)(`on ${database.name}`, () => {
      let life: AppLife
      beforeAll(async () => {
        if (database.skipped !== undefined) return
        life = await liveIn(folder, { name: database.name, url: database.url(), importOptions, byHand })
      }, 900_000)

      it('imports its content', () => {
        expect(life.imported).toMatchObject(app.imported)
        expect(life.verified).toMatchObject(app.verified)
      })

      it('exports it byte for byte', () => {
        expect(life.exported).toMatchObject({ code: 0, files: content })
        expect(life.exported.files).toEqual(content)
      })

      it('changes edited lines only, and writes new files in its format', () => {
        expect(life.exportedAfterEdits.code).toBe(0)
        expect(life.exportedAfterEdits.files).toEqual(edited)
      })

      it('follows a file that was changed by hand', () => {
        const unchanged = Object.keys(edited).length - 1
        expect(life.importedByHand).toMatchObject({ code: 0, report: { created: 0, updated: 1, unchanged } })
        expect(life.verifiedByHand).toMatchObject({
          code: 0,
          report: { identical: unchanged + 1, different: 0 },
        })
      })
    })
})
