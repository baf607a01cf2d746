import { describe, expect, it } from 'vitest'

import { announcement, progressFacts } from '../../../src/sync/admin/runProgress/progressWords.ts'
import { answerOf } from '../../../src/admin/ask.ts'
import {
  conflictPageOf,
  resultPageOf,
  type RunState,
  stateOf,
} from '../../../src/sync/admin/runRequests/runAnswers.ts'
import { en } from '../../../src/translations/en/index.ts'
import { wordsIn } from '../../helpers/wordsIn.ts'

describe('answers of the server', () => {
  it.each([
    [200, '{"id":"a"}', { ok: true, body: { id: 'a' } }],
    [202, '', { ok: true, body: {} }],
    [409, '{"errors":[{"message":"Not now."}]}', { ok: false, status: 409, problem: 'Not now.' }],
    [502, '<html>Bad gateway</html>', { ok: false, status: 502, problem: undefined }],
  ])('%s %s is read', (status, text, expected) => {
    expect(answerOf(status, text)).toEqual(expected)
  })

  it.each([
    [stateOf, { status: '', phase: '', done: 0, counts: [], isCancelling: false }],
    [resultPageOf, { docs: [], page: 1, totalPages: 1, totalDocs: 0, counts: { outcomes: [], codes: [] } }],
    [conflictPageOf, { docs: [], page: 1, totalPages: 1, totalDocs: 0 }],
  ])('an answer of another form is empty', (read, expected) => {
    expect([read({}), read({ docs: 'x', counts: 3, done: 'x' })]).toEqual([expected, expected])
  })

  it('a conflict without a label is named after its field, and an absent value is null', () => {
    const { docs } = conflictPageOf({ docs: [{ path: 'a.md', field: 'answer', file: 'x' }] })
    expect(docs).toEqual([
      { path: 'a.md', field: 'answer', label: 'answer', isMarkdown: false, cms: null, file: 'x' },
    ])
  })
})

describe('the progress of a run', () => {
  const words = wordsIn(en)
  const at = (done: number, total?: number): RunState => ({
    status: 'running',
    phase: 'import',
    done,
    counts: [],
    isCancelling: false,
    ...(total === undefined ? {} : { total }),
  })

  it('it is announced once for each 10 %', () => {
    const said = new Set(Array.from({ length: 1001 }, (_, done) => announcement(words, at(done, 1000))))
    expect(said.size).toBe(11)
    expect([...said][4]).toBe('Writing documents, 40%')
  })

  it.each([
    [at(0), []],
    [at(1234), ['1,234']],
    [
      { ...at(1234, 35915), perSecond: 950.4, secondsLeft: 36.5 },
      ['1,234 of 35,915', '950 per second', '37 s left'],
    ],
  ])('%j shows %j', (state, expected) => {
    expect(progressFacts(words, 'en', state)).toEqual(expected)
  })
})
