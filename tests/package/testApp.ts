import { readFileSync } from 'node:fs'
import path from 'node:path'

import { beforeAll, describe, expect, inject, it } from 'vitest'

import { type AppLife, filesOf, liveIn } from './appLife.ts'
import { appDatabases } from './databases.ts'
import { runProgram, succeeded } from './runIn.ts'

/** An app of `apps/`, and what is expected of its files. */
export type App = {
  name: string
  importOptions?: string[]
  /** The reports of the first import and of `verify` after it. */
  imported: object
  verified: object
  /** Files that an export does not contain after the import. */
  absent: string[]
  /** Files that the edits remove. */
  removed?: string[]
  byHand: { file: string; from: string; to: string }
}

const without = (files: Record<string, string>, names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)))

/** Defines the tests of an app: its types, its migrations, and the life of its content on each database. */
export const testApp = ({ absent, byHand, importOptions = [], name, removed = [], ...app }: App): void => {
  describe(`the app ${name}`, () => {
    const folder = path.join(inject('apps').folder, name)
    const content = without(filesOf(path.join(folder, 'content')), absent)
    const edited = { ...without(content, removed), ...filesOf(path.join(folder, 'tests/edited')) }

    it('the app passes the type check', async () => {
      expect(await runProgram(folder, 'tsc', ['--noEmit'])).toMatchObject({ code: 0, stdout: '' })
    })

    it('the import map of the app contains its admin components', () => {
      const importMap = readFileSync(path.join(folder, 'app/(payload)/admin/importMap.js'), 'utf8')
      expect(importMap).toContain('"answerbook/client#MarkdownField"')
      expect(importMap).toContain('"answerbook/rsc#MarkdownView"')
    })

    it("the migrations of the app are created by Payload's own command", async () => {
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

        it('the app imports its content', () => {
          expect(life.imported).toMatchObject(app.imported)
          expect(life.verified).toMatchObject(app.verified)
        })

        it('the app exports its content byte for byte', () => {
          expect(life.exported).toMatchObject({ code: 0, files: content })
          expect(life.exported.files).toEqual(content)
        })

        it('the app exports edits as changed lines only, and new files in its format', () => {
          expect(life.exportedAfterEdits.code).toBe(0)
          expect(life.exportedAfterEdits.files).toEqual(edited)
        })

        it('the app imports a file that was changed by hand', () => {
          const unchanged = Object.keys(edited).length - 1
          expect(life.importedByHand).toMatchObject({
            code: 0,
            report: { created: 0, updated: 1, unchanged },
          })
          expect(life.verifiedByHand).toMatchObject({
            code: 0,
            report: { identical: unchanged + 1, different: 0 },
          })
        })
      })
  })
}
