import { describe, expect, it } from 'vitest'

import { problemsShown } from '../../../src/sync/admin/runView/problemsShown.ts'
import { durationWords, statusWords } from '../../../src/sync/admin/runView/runWords.ts'
import { storedRun } from '../../../src/sync/admin/runView/storedRun.ts'

const problem = (severity: string, path: string, code: string, message: string) => ({
  severity,
  path,
  line: 3,
  column: 1,
  code,
  message,
  remedy: 'Do something.',
})

describe('a run of the history', () => {
  it('is read without where its folder lies on the server', () => {
    const run = storedRun({
      kind: 'import',
      status: 'done',
      trigger: 'command',
      options: { folder: '/srv/secret/site/', deleteMissing: true, maxDelete: 20 },
      counts: { created: 2, odd: 'x' },
      problems: [problem('warning', 'a.md', 'shared-id', 'Shared.'), 'odd'],
    })
    expect(run).toMatchObject({
      asked: ['delete what has no file any more, at most 20'],
      counts: [['created', 2]],
    })
    expect(run.problems).toHaveLength(1)
    expect(JSON.stringify(run)).not.toContain('secret')
  })

  it.each([
    [{}, { asked: [], counts: [], problems: [] }],
    [
      { options: null, counts: [1], problems: {} },
      { asked: [], counts: [], problems: [] },
    ],
    [
      { options: { drafts: true, overwrite: true } },
      { asked: ['overwrite files that were changed since', 'drafts too'] },
    ],
  ])('is read whatever its row holds: %j', (row, expected) => {
    expect(storedRun(row)).toMatchObject(expected)
  })
})

describe('the problems of a run', () => {
  const problems = [
    problem('warning', 'a/one.md', 'shared-id', 'Two share it.'),
    problem('error', 'b/two.md', 'conflict', 'Both changed.'),
    problem('warning', 'b/three.md', 'unresolved-link', 'No document has it.'),
  ]
  it.each([
    [{ severity: '', code: '', text: '' }, ['b/two.md', 'a/one.md', 'b/three.md']],
    [{ severity: 'warning', code: '', text: '' }, ['a/one.md', 'b/three.md']],
    [{ severity: '', code: 'conflict', text: '' }, ['b/two.md']],
    [{ severity: '', code: '', text: ' B/T ' }, ['b/two.md', 'b/three.md']],
    [{ severity: 'error', code: '', text: 'share' }, []],
  ])('are filtered by %j', (filter, paths) => {
    expect(problemsShown(problems, filter).map(({ path }) => path)).toEqual(paths)
  })
})

describe('the words of a run', () => {
  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:05.000Z', '5 s'],
    ['2026-01-01T00:00:00.000Z', undefined, undefined],
    ['odd', '2026-01-01T00:00:05.000Z', undefined],
  ])('say how long it took from %s to %s', (from, to, words) => {
    expect(durationWords(from, to)).toBe(words)
  })
  it('show a status of a later version as it is', () => {
    expect(statusWords('errors')).toEqual({ label: 'Done, with errors', tone: 'bad' })
    expect(statusWords('paused')).toEqual({ label: 'paused', tone: 'open' })
  })
})
