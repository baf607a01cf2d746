import { spawn } from 'node:child_process'
import { cpSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { errorMessage } from '../../src/documents/errorMessage.ts'
import { isTemporaryName } from '../../src/files/replaceFile.ts'
import { checkChanges } from '../../src/sync/changes/checkChanges.ts'
import { abortTransactions } from '../helpers/abortTransactions.ts'
import { type Booted, bootPayload, database, skipped } from '../helpers/bootPayload.ts'
import { bundleProgram } from './bundleProgram.ts'
import { type Fault, watching } from './operations.ts'
import { filesIn, stateOf } from './state.ts'
import { type Tables, tablesOf } from './tables.ts'
import { watchDatabase } from './watchDatabase.ts'
import { watchFiles } from './watchFiles.ts'
import { expireLeases, foldersIn, prepare, work } from './work.ts'

// Every operation takes an hour for each database, so a run takes a few that are spread evenly. FAULTS=all takes every
// operation, FAULTS=10 every tenth, and FAULTS=only:26,262 those.
const wanted = process.env.FAULTS
// A killed process has to start Payload first.
const perKind = { fails: 8, 'is delayed': 4, kills: 3 }

/** The numbers of operations at which faults of a kind happen, of 1 to `count`. */
const numbersOf = (kind: Fault['kind'], count: number): number[] => {
  if (wanted?.startsWith('only:')) return wanted.slice('only:'.length).split(',').map(Number)
  const step = wanted === 'all' ? 1 : Number(wanted ?? Math.ceil(count / perKind[kind]))
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => 1 + at * step)
}

describe.skipIf(skipped())(`faults of an import and an export on ${database}`, () => {
  let booted: Booted
  let tables: Tables
  let restoreRows: () => Promise<void>
  let operations: string[]
  let expected: { files: string[]; rows: string[] }
  let report: string[]
  let program: string
  const out = (): string => foldersIn(booted.folder).out
  const saved = (): string => path.join(booted.folder, 'saved')

  const restore = async (): Promise<void> => {
    await abortTransactions(booted.payload)
    await restoreRows()
    rmSync(out(), { force: true, recursive: true })
    cpSync(saved(), out(), { recursive: true })
  }
  const run = (fault?: Fault) =>
    watching({ fault, folders: Object.values(foldersIn(booted.folder)) }, () =>
      work(booted.payload, booted.folder),
    )
  const runKilled = async ({ at }: Fault): Promise<void> => {
    const child = spawn(process.execPath, [program, booted.folder, String(at)], {
      env: { ...process.env, TEST_DATABASE: database },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (text) => (said += String(text)))
    const signal = await new Promise((resolve) => child.once('exit', (_, sent) => resolve(sent)))
    if (signal !== 'SIGKILL') throw new Error(`The process was not killed: ${said}`)
  }
  const present = async () => {
    // Runs leave documents to compare, some more than once.
    await checkChanges(booted.payload)
    return { files: filesIn(out()), rows: await stateOf(tables) }
  }
  /** As if the process was started again a minute later. */
  const later = async (): Promise<void> => {
    await abortTransactions(booted.payload)
    await expireLeases(booted.payload)
    for (const { name, parentPath } of readdirSync(out(), { recursive: true, withFileTypes: true }))
      if (isTemporaryName(name)) utimesSync(path.join(parentPath, name), 0, 0)
  }

  /** What is wrong after a fault and another run; nothing if all is as it should be. */
  const faultsOf = async (fault: Fault): Promise<string[]> => {
    await restore()
    const disturbed = fault.kind === 'kills' ? await runKilled(fault) : await run(fault)
    const wrong: string[] = []
    const compare = async (when: string): Promise<void> => {
      const state = await present()
      for (const name of ['rows', 'files'] as const) {
        const missing = expected[name].filter((line) => !state[name].includes(line))
        const added = state[name].filter((line) => !expected[name].includes(line))
        wrong.push(
          ...missing.map((line) => `${when} lacks ${line}`),
          ...added.map((line) => `${when} has ${line}`),
        )
      }
    }
    // A report without an error for the fault says that all is done.
    if (disturbed?.result && JSON.stringify(disturbed.result) === JSON.stringify(report))
      await compare('A success')
    await later()
    const { error, result } = await run()
    if (error) wrong.push(`The next run fails: ${errorMessage(error)}`)
    wrong.push(
      ...(result ?? []).filter((line) => !report.includes(line)).map((line) => `The next run says ${line}`),
    )
    await compare('The next run')
    // A disturbed run may do more or less before the fault; of a killed one, nothing is known.
    const struck = (disturbed?.operations ?? operations)[fault.at - 1] ?? ''
    return wrong.map((line) => `${fault.at} ${fault.kind} (${struck}): ${line}`)
  }

  beforeAll(async () => {
    watchDatabase(database)
    watchFiles()
    program = await bundleProgram(database)
    booted = await bootPayload()
    await prepare(booted.payload, booted.folder)
    tables = tablesOf(booted.payload)
    restoreRows = await tables.save(booted.folder)
    cpSync(out(), saved(), { recursive: true })
    const undisturbed = await run()
    ;({ operations } = undisturbed)
    report = undisturbed.result ?? []
    expected = await present()
  })
  // Waits forever if a fault has left a connection checked out.
  afterAll(() => booted?.close())

  it('the undisturbed run does what the faults disturb', () => {
    expect(report.map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['conflict', 'subject-spelling', 'unresolved-link']),
    )
    expect(expected.files).not.toEqual(filesIn(saved()))
    expect(operations.length).toBeGreaterThan(100)
  })

  it.each(['fails', 'is delayed', 'kills'] as const)(
    'if an operation %s, the next run completes what an undisturbed one does',
    async (kind) => {
      const wrong: string[] = []
      for (const at of numbersOf(kind, operations.length)) {
        const found = await faultsOf({ at, kind })
        // A run of an hour should say early what it finds.
        if (wanted !== undefined && found.length > 0) console.log(found.join('\n'))
        wrong.push(...found)
      }
      expect(wrong).toEqual([])
    },
    wanted === undefined ? 300_000 : 12 * 60 * 60 * 1_000,
  )
})
