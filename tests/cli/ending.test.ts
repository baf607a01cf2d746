import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type Ended = { code: number | null; signal: string | null; stderr: string }

const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    let stderr = ''
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.on('close', (code, signal) => resolve({ code, signal, stderr }))
  })

const urlOf = (file: string): string => pathToFileURL(path.resolve(file)).href

describe('the end of a command', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'answerbook-ending-'))
  })
  afterAll(() => rmSync(folder, { force: true, recursive: true }))

  const start = (program: string): ChildProcess => {
    const file = path.join(folder, `${Math.random()}.mjs`)
    writeFileSync(
      file,
      `import { end, watchOver } from '${urlOf('src/cli/ending.mjs')}'\nwatchOver()\n${program}\n`,
    )
    return spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] })
  }

  it.each([
    ['nothing is left to wait for', 'await new Promise(() => {})', /ended before its work was done/],
    ['a library ends the process', 'process.exit(1)', /ended before its work was done/],
    ['a library ends it as if it had succeeded', 'process.exit(0)', /ended before its work was done/],
    [
      'an error is thrown that nothing catches',
      'setTimeout(() => { throw new Error("Late.") })',
      /^Late\.\n$/,
    ],
    ['a promise is rejected that nothing awaits', 'Promise.reject(new Error("Lost."))', /^Lost\.\n$/],
  ])('a command ends with 3 and a sentence if %s', async (_, program, sentence) => {
    expect(await ended(start(program))).toMatchObject({ code: 3, stderr: expect.stringMatching(sentence) })
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'a command ends with 3 and a sentence at the first %s',
    async (signal) => {
      const child = start('setInterval(() => {}, 1000); process.stdout.write("ready")')
      child.stdout?.once('data', () => child.kill(signal))
      expect(await ended(child)).toMatchObject({
        code: 3,
        signal: null,
        stderr: 'Stopped before the work began.\n',
      })
    },
  )

  it('a command ends with 3 and a sentence if nobody reads the results', async () => {
    const child = start(
      'await new Promise((go) => setTimeout(go, 500)); process.stdout.write("results"); await end(0)',
    )
    child.stdout?.destroy()
    expect(await ended(child)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/could not be written/),
    })
  })

  it('a command ends with its own exit code although a handle is open', async () => {
    expect(await ended(start('setInterval(() => {}, 1000); await end(1)'))).toMatchObject({
      code: 1,
      stderr: '',
    })
  })
})

describe("Lexical's modules", () => {
  const program = "await import('@payloadcms/richtext-lexical'); process.exit()"
  const load = (): Promise<Ended> =>
    ended(
      spawn(
        process.execPath,
        ['--import', urlOf('src/setup/registerLexical.mjs'), '--input-type=module', '--eval', program],
        { stdio: ['ignore', 'pipe', 'pipe'] },
      ),
    )

  // Without the hook, plain Node 20 ended with 13 in 11 of 12 calls.
  it("Lexical's modules load in each of many simultaneous processes", { timeout: 300_000 }, async () => {
    const all = await Promise.all(Array.from({ length: 6 }, load))
    expect(all.map(({ code }) => code)).toEqual(all.map(() => 0))
  })
})
