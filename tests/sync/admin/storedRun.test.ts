import { describe, expect, it } from 'vitest'

import { problemsShown } from '../../../src/sync/admin/runView/problemsShown.ts'
import { durationWords, runWords, toneOf } from '../../../src/sync/admin/runView/runWords.ts'
import { storedRun } from '../../../src/sync/admin/runView/storedRun.ts'
import { de } from '../../../src/translations/de/index.ts'
import { wordsIn } from '../../helpers/wordsIn.ts'

const problem = (severity: string, path: string, code: string, message: string) => ({
  severity,
  path,
  line: 3,
  column: 1,
  code,
  message,
  remedy: 'Do something.',
})

const none = { deleteMissing: false, drafts: false, full: false, overwrite: false }

describe('a run of the history', () => {
  it('a run is read without the location of its folder on the server', () => {
    const run = storedRun({
      kind: 'import',
      status: 'done',
      trigger: 'command',
      options: { folder: '/srv/secret/site/', deleteMissing: true, maxDelete: 20 },
      counts: { created: 2, odd: 'x' },
      problems: [problem('warning', 'a.md', 'shared-id', 'Shared.'), 'odd'],
    })
    expect(run).toMatchObject({
      options: { deleteMissing: true, maxDelete: 20 },
      counts: [['created', 2]],
    })
    expect(run.problems).toHaveLength(1)
    expect(JSON.stringify(run)).not.toContain('secret')
  })

  it('the folder of an import is read from its request, if that may be seen', () => {
    const request = { kind: 'import', source: { folder: '/srv/site' } }
    expect(storedRun({ kind: 'import', request }).folder).toBe('/srv/site')
    expect(storedRun({ kind: 'import', request: { source: { upload: 'a' } } }).folder).toBeUndefined()
  })

  it.each([
    [{}, { options: none, counts: [], problems: [] }],
    [
      { options: null, counts: [1], problems: {} },
      { options: none, counts: [], problems: [] },
    ],
    [{ options: { drafts: true, overwrite: true } }, { options: { ...none, drafts: true, overwrite: true } }],
  ])('a run is read whatever its row contains: %j', (row, expected) => {
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
  ])('problems are filtered by %j', (filter, paths) => {
    expect(problemsShown(problems, filter).map(({ path }) => path)).toEqual(paths)
  })
})

describe('the words of a run', () => {
  const english = runWords(wordsIn())

  it.each([
    [{ deleteMissing: true, maxDelete: 20 }, ['delete documents whose file is gone, up to 20%']],
    [{ deleteMissing: true }, ['delete documents whose file is gone']],
    [{ drafts: true, overwrite: true }, ['overwrite files that have changed', 'include drafts']],
    [{ takeConflicts: 'file' }, ['conflicts take the file’s value']],
    [{}, []],
  ] as const)('the options are named %j', (options, words) => {
    expect(english.options({ ...none, ...options })).toEqual(words)
  })
  it('the words of a run follow the language', () => {
    const german = runWords(wordsIn(de))
    expect([german.kind('export'), german.count('written'), german.trigger('command')]).toEqual([
      'Export',
      'geschrieben',
      'Kommandozeile',
    ])
  })

  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:05.000Z', '5 s'],
    ['2026-01-01T00:00:00.000Z', undefined, undefined],
    ['odd', '2026-01-01T00:00:05.000Z', undefined],
  ])('the duration of a run is shown from %s to %s', (from, to, words) => {
    expect(durationWords('en', from, to)).toBe(words)
  })
  it('an unknown status is shown unchanged', () => {
    expect([english.status('errors'), toneOf('errors')]).toEqual(['Done with errors', 'bad'])
    expect([english.status('paused'), toneOf('paused')]).toEqual(['paused', 'open'])
  })
})
