import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Runs test files with this content and the reporter; returns the output and the exit code. */
const run = (files: Record<string, string>, env: Record<string, string> = {}) => {
  const root = mkdtempSync(join(tmpdir(), 'answerbook-reporter-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content)
  const reporters = ['--reporter=default', `--reporter=${join(project, '.config/closingLine.ts')}`]
  const vitest = join(project, 'node_modules/vitest/vitest.mjs')
  const { stdout, status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--root', root, '--globals', '--no-cache', ...reporters],
    { encoding: 'utf8', cwd: root, env: { ...process.env, CLOSING_LINE_FILE: undefined, ...env } },
  )
  return { lastLine: stdout.trimEnd().split('\n').at(-1), status, root }
}

describe('the closing line', () => {
  it('the closing line counts the tests that passed, and no skipped ones', () => {
    const passing = `test('a', () => {}); describe('b', () => { test.each([1, 2])('%i', () => {}) }); test.skip('c', () => {})`
    expect(run({ 'a.test.js': passing, 'b.test.js': passing })).toMatchObject({
      lastLine: '6 passed, 0 failed',
      status: 0,
    })
  })

  it('the closing line counts a test, a group, a file and a run that failed', () => {
    const failing = {
      'test.test.js': `test('a', () => { throw new Error('a') }); test('b', () => {})`,
      'group.test.js': `describe('g', () => { beforeAll(() => { throw new Error('g') }); test('a', () => {}) })`,
      'file.test.js': `throw new Error('f')`,
      'run.test.js': `test('a', async () => { Promise.reject(new Error('r')); await new Promise((r) => setTimeout(r, 50)) })`,
    }
    expect(run(failing)).toMatchObject({ lastLine: '2 passed, 4 failed', status: 1 })
  })

  it('the closing line is omitted if nothing ran', () => {
    expect(run({ 'a.js': '' }).lastLine).not.toMatch(/passed|failed/)
  })

  it('the closing line is written to a file if one is given', () => {
    const folder = mkdtempSync(join(tmpdir(), 'answerbook-reporter-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'line')
    const { lastLine } = run({ 'a.test.js': `test('a', () => {})` }, { CLOSING_LINE_FILE: file })
    expect(lastLine).not.toContain('failed')
    expect(readFileSync(file, 'utf8')).toBe('1 passed, 0 failed\n')
  })
})
