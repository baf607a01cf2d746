import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { createClient } from '@libsql/client'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Problem } from '../../src/problems/problems.ts'
import { articleText } from '../fixtures/articleText.ts'

const command = path.resolve('src/cli/answerbook.mjs')

type Ended = { code: number | null; stdout: string; stderr: string }

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 1200 && !(await holds()); tries += 1) await wait(50)
}

describe('command line', () => {
  let folder: string
  let site: string

  const start = (args: string[], env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, [command, ...args], {
      env: {
        ...process.env,
        DATABASE_URL: `file:${path.join(folder, 'cli.db')}`,
        LOG_LEVEL: 'error',
        PAYLOAD_SECRET: 'x'.repeat(40),
        VITEST: '',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const ended = (child: ChildProcess): Promise<Ended> =>
    new Promise((resolve) => {
      let stdout = ''
      let stderr = ''
      child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
      child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
      child.on('close', (code) => resolve({ code, stdout, stderr }))
    })
  const run = (args: string[], env?: Record<string, string>): Promise<Ended> => ended(start(args, env))
  const result = ({ stdout }: Ended): unknown => {
    expect(stdout.trim().split('\n')).toHaveLength(1)
    return JSON.parse(stdout)
  }

  const importedInto = async (name: string): Promise<boolean> => {
    const client = createClient({ url: `file:${path.join(folder, name)}`, timeout: 100 })
    const count = await client.execute('SELECT count(*) AS n FROM answerbook_files').catch(() => undefined)
    client.close()
    return Number(count?.rows[0]?.n ?? 0) > 0
  }

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'answerbook-cli-'))
    site = path.join(folder, 'site')
    mkdirSync(path.join(site, 'learn/test'), { recursive: true })
    for (const slug of ['one', 'two'])
      writeFileSync(path.join(site, `learn/test/${slug}.md`), articleText('test', slug))
    writeFileSync(path.join(site, 'notes.txt'), 'not ours')
  })
  afterAll(() => rmSync(folder, { force: true, recursive: true }))

  it.each([
    ['no command', []],
    ['an unknown command', ['frobnicate']],
    ['a missing folder', ['import']],
    ['an unknown option', ['import', '.', '--nope']],
    ['a limit that is no number', ['import', '.', '--delete-missing', '--max-delete', 'many']],
    ['a side that is neither', ['import', '.', '--take-conflicts', 'mine']],
    ['watching and JSON', ['import', '.', '--watch', '--json']],
    ['watching and a dry run', ['import', '.', '--watch', '--dry-run']],
    ['watching and drafts', ['export', '.', '--watch', '--drafts']],
    ['a value without a field', ['import', '.', '--set', 'biology']],
    ['a value without a field to compare by', ['verify', '.', '--within', '=1']],
  ])('an invalid call ends with 2 and shows the usage: %s', async (_, args) => {
    const { code, stdout, stderr } = await run(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/answerbook/)
  })

  it.each([
    ['a folder that is not there', ['import', '/nowhere'], {}, /There is no folder \/nowhere/],
    ['a limit without deletes', ['import', '.', '--max-delete', '5'], {}, /--delete-missing/],
    [
      'a database url of another kind',
      ['import', '.'],
      { DATABASE_URL: 'postgres://x' },
      /DATABASE_URL must/,
    ],
    ['a secret that is too short', ['import', '.'], { PAYLOAD_SECRET: 'short' }, /PAYLOAD_SECRET must/],
    ['an unknown role', ['user', 'a@example.com', '--role', 'king'], {}, /--role must be one of admin/],
    ['an address that is none', ['user', 'nobody', '--role', 'admin'], {}, /is not an e-mail address/],
  ])('a command ends with 2 and one sentence: %s', async (_, args, env, sentence) => {
    const { code, stdout, stderr } = await run(args, env)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('import creates the schema in an empty database, and prints one JSON object on standard output', async () => {
    const first = await run(['import', site, '--json'])
    expect(first.code).toBe(0)
    expect(result(first)).toMatchObject({
      created: 2,
      rejected: 0,
      ignored: 1,
      problems: [{ code: 'shared-id' }, { code: 'shared-id' }],
    })
    const second = await run(['import', site, '--json'])
    expect(result(second)).toMatchObject({ created: 0, unchanged: 2, problems: [] })
  })

  it('import reports every phase on standard error, in order, and only the result on standard output', async () => {
    const ended = await run(['import', site, '--json'])
    result(ended)
    const titles = ended.stderr.split('\n').map((line) => line.split(/:| …/)[0] ?? '')
    expect([...new Set(titles)]).toEqual([
      'Opening the app',
      'Counting files',
      'Importing',
      'Resolving links',
      'Checking links and ids',
      '',
    ])
  })

  it('two simultaneous imports into a new database both succeed', async () => {
    const env = { DATABASE_URL: `file:${path.join(folder, 'together.db')}` }
    const both = await Promise.all([
      run(['import', site, '--json'], env),
      run(['import', site, '--json'], env),
    ])
    expect(both.map(({ code, stderr }) => (code === 0 ? code : stderr))).toEqual([0, 0])
    const created = both.map(({ stdout }) => JSON.parse(stdout).created)
    expect(created.sort()).toEqual([0, 2])
  })

  it('audit checks the content, and ends with 0 if there are only warnings', async () => {
    const { code, stdout } = await run(['audit', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ audited: 2, isolated: 2, orphans: 2, resolved: 0 })
    const shown = (await run(['audit'])).stdout
    expect(shown).toMatch(/^learn\/test\/one\.md:1:1 warning isolated-document: /m)
    expect(shown).toMatch(/^Audited in .* s: 2 audited, 0 resolved, .*\.$/m)
  })

  it('audit --only lists problems with some codes', async () => {
    const { code, stdout } = await run(['audit', '--only', 'refusal,isolated-document', 'cut-off', '--json'])
    expect(code).toBe(0)
    const codes = JSON.parse(stdout).problems.map((problem: Problem) => problem.code)
    expect(codes).toEqual(['isolated-document', 'isolated-document'])
    const unknown = await run(['audit', '--only', 'isolated'])
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toContain('There is no problem with the code isolated.')
  })

  it('export and verify work, and the exit code of verify reports a difference', async () => {
    const out = path.join(folder, 'out')
    expect((await run(['export', out, '--json'])).code).toBe(0)
    expect(readFileSync(path.join(out, 'learn/test/one.md'), 'utf8')).toBe(articleText('test', 'one'))
    expect((await run(['verify', out])).code).toBe(0)
    const other = path.join(folder, 'other')
    cpSync(out, other, { recursive: true })
    writeFileSync(
      path.join(other, 'learn/test/one.md'),
      articleText('test', 'one', { author: 'author: Else' }),
    )
    const { code, stdout } = await run(['verify', other])
    expect(code).toBe(1)
    expect(stdout).toContain('different: learn/test/one.md')
    expect(stdout).toContain('-author: Else\n+author: Answerbook')
  })

  it('import lists a broken file with its position, imports the others and ends with 1', async () => {
    writeFileSync(path.join(site, 'learn/test/broken.md'), '---\nquestion: Why?\n')
    writeFileSync(path.join(site, 'learn/test/three.md'), articleText('test', 'three'))
    const { code, stdout } = await run(['import', site])
    expect(code).toBe(1)
    expect(stdout).toContain('learn/test/broken.md:1:1 error unterminated-front-matter:')
    expect(stdout).toMatch(
      /1 created, 0 updated, 0 merged, 0 conflicts, 0 moved, 2 unchanged, 0 deleted, 1 rejected/,
    )
    rmSync(path.join(site, 'learn/test/broken.md'))
  })

  it.each([
    ['a missing field', ['import', '--set', 'tenant=1'], /There is no field "tenant"/],
    ['a field of the files', ['import', '--set', 'question=Why?'], /The files contain "question"/],
    [
      'what tells nothing apart',
      ['verify', '--within', 'author=Ann'],
      /No mapping names "author" as "within"/,
    ],
  ])(
    'a command ends with 2 and one sentence if a value is given for %s',
    async (_, [name = '', ...args], sentence) => {
      const { code, stdout, stderr } = await run([name, site, ...args])
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toMatch(sentence)
    },
  )

  it('user creates a user and resets one', async () => {
    const made = result(await run(['user', 'ann@example.com', '--role', 'editor', '--json']))
    expect(made).toMatchObject({ email: 'ann@example.com', role: 'editor' })
    const again = await run(['user', 'ann@example.com', '--role', 'admin'])
    expect(again.stdout).toMatch(/^Reset ann@example.com \(admin\)\. Password, shown once: \S{16,}\n$/)
  })

  it('import stops cleanly on Ctrl-C, reports what is done, and continues when run again', async () => {
    for (let at = 0; at < 400; at += 1)
      writeFileSync(path.join(site, `learn/test/s${at}.md`), articleText('test', `s${at}`, { id: undefined }))
    const child = start(['import', site, '--json'], {
      DATABASE_URL: `file:${path.join(folder, 'stopped.db')}`,
    })
    const end = ended(child)
    await until(() => importedInto('stopped.db'))
    child.kill('SIGINT')
    const stopped = await end
    expect(stopped.stderr).toMatch(/Stopping after the current batch/)
    expect(stopped.code).toBe(3)
    expect(result(stopped)).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'interrupted' })]),
    })
    const { created } = JSON.parse(stopped.stdout)
    const again = await run(['import', site, '--json'], {
      DATABASE_URL: `file:${path.join(folder, 'stopped.db')}`,
    })
    expect(again.code).toBe(0)
    expect(result(again)).toMatchObject({ created: 403 - created, unchanged: created })
  })

  it('import and export that watch pass on edits until they are told to stop', async () => {
    const env = { DATABASE_URL: `file:${path.join(folder, 'watched.db')}` }
    const watched = path.join(folder, 'watched')
    const file = (slug: string): string => path.join(watched, `learn/test/${slug}.md`)
    const saveFile = (slug: string, lines: Record<string, string | undefined>): void =>
      writeFileSync(file(slug), articleText('test', slug, { id: undefined, ...lines }))
    mkdirSync(path.dirname(file('one')), { recursive: true })
    saveFile('one', {})
    const says = (child: ChildProcess, words: RegExp): Promise<void> =>
      new Promise((resolve) => {
        let said = ''
        child.stderr?.on('data', (chunk: Buffer) => {
          if (words.test((said += chunk.toString()))) resolve()
        })
      })
    const importing = start(['import', watched, '--watch'], env)
    const imported = ended(importing)
    await says(importing, /Watching for changes/)
    const out = path.join(folder, 'watched-out')
    const exporting = start(['export', out, '--watch'], env)
    const exported = ended(exporting)
    await says(exporting, /Watching for changes/)

    const passed = [says(importing, /1 created/), says(exporting, /1 written/)]
    saveFile('two', {})
    await Promise.all(passed)
    expect(readFileSync(path.join(out, 'learn/test/two.md'), 'utf8')).toBe(readFileSync(file('two'), 'utf8'))
    const refused = says(importing, /unterminated-front-matter/)
    writeFileSync(file('broken'), '---\nquestion: Why?\n')
    await refused

    importing.kill('SIGINT')
    exporting.kill('SIGTERM')
    const [first, second] = await Promise.all([imported, exported])
    expect([first.code, second.code]).toEqual([0, 0])
    expect(first.stdout).toMatch(/^Imported in .* 1 created.*\n$/)
    expect(first.stderr).toMatch(/\nImported in [\d.]+ s: 1 created\.\n/)
    expect(first.stderr).toMatch(/\nImported in [\d.]+ s: 1 problem\.\n/)
    expect(second.stdout).toMatch(/^Exported in .* 1 written.*\n$/)
    expect(second.stderr).toMatch(/\nExported in [\d.]+ s: 1 written\.\n/)
    expect(first.stderr).toContain('Stopping after the current run')
  })
})
