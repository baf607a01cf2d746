import { describe, expect, it } from 'vitest'

import { duration } from '../../src/progress/duration.ts'
import { addSample, measurePace, type Pace, paceOf, type Sample } from '../../src/progress/pace.ts'
import { phaseWords } from '../../src/progress/phaseWords.ts'
import { phaseResult, progressText } from '../../src/progress/progressText.ts'
import { thinOut } from '../../src/progress/thinOut.ts'
import { phases, type Progress } from '../../src/progress/phases.ts'

const samplesOf = (entries: [seconds: number, done: number][]): Sample[] =>
  entries.reduce<Sample[]>((all, [seconds, done]) => addSample(all, { at: seconds * 1000, done }), [])

/** One report for each second from 0 on. */
const each = (seconds: number, doneAt: (second: number) => number): [number, number][] =>
  Array.from({ length: seconds + 1 }, (_, second) => [second, doneAt(second)])

describe('the pace', () => {
  it('the pace is that of the current phase', () => {
    let at = 0
    const pace = measurePace(() => at)
    const report = (phase: 'links' | 'import', seconds: number, done: number): Pace => {
      at = 1000 * seconds
      return pace({ phase, done, total: 100 })
    }
    expect(report('import', 0, 0)).toEqual({})
    expect(report('import', 10, 50)).toEqual({ perSecond: 5, secondsLeft: 10 })
    expect(report('links', 20, 0)).toEqual({})
    expect(report('links', 30, 20)).toEqual({ perSecond: 2, secondsLeft: 40 })
  })

  it.each<[string, [number, number][], number | undefined, Pace]>([
    ['nothing yet', [], 10, {}],
    ['the beginning only', [[0, 0]], 10, {}],
    ['too early to tell', each(2, (second) => second), 10, {}],
    ['steady', each(4, (second) => second * 10), 100, { perSecond: 10, secondsLeft: 6 }],
    ['without a total', each(4, (second) => second * 10), undefined, { perSecond: 10 }],
    ['all done', each(4, (second) => second * 10), 40, { perSecond: 10 }],
    ['more than was counted', each(4, (second) => second * 10), 30, { perSecond: 10 }],
    ['nothing done in the window', [...each(10, (second) => second), [70, 10]], 20, {}],
    [
      'the last 30 seconds only',
      each(100, (second) => (second <= 70 ? second : 70 + (second - 70) * 5)),
      320,
      { perSecond: 5, secondsLeft: 20 },
    ],
    [
      'many reports in a moment',
      [
        [0, 0],
        [4, 1],
        [4.1, 2],
        [4.2, 3],
        [4.3, 43],
      ],
      86,
      { perSecond: 10, secondsLeft: 4.3 },
    ],
  ])('%s', (_, entries, total, pace) => {
    const found = paceOf(samplesOf(entries), total)
    expect(Object.keys(found)).toEqual(Object.keys(pace))
    for (const [name, value] of Object.entries(pace))
      expect(found).toHaveProperty(name, expect.closeTo(value))
  })

  it('the list of samples stays short however often progress is reported', () => {
    const samples = samplesOf(Array.from({ length: 100_000 }, (_, at) => [at / 100, at]))
    expect(samples.length).toBeLessThan(70)
    expect(paceOf(samples).perSecond).toBeCloseTo(100)
  })
})

it.each([
  [0.04, '0.0 s'],
  [3, '3 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [99, '99 s'],
  [100, '2 min'],
  [540, '9 min'],
  [3599, '1 h'],
  [7500, '2 h 5 min'],
])('a duration of %d seconds is shown as %s', (seconds, text) => expect(duration(seconds)).toBe(text))

it('a duration has the decimal separator of a language', () => expect(duration(0.4, 'de')).toBe('0,4 s'))

describe('what is said of a phase', () => {
  it.each<[string, Progress, Pace]>([
    ['Opening the app …', { phase: 'open', done: 0 }, {}],
    [
      'Migrating the database (20260101_schema) …',
      { phase: 'schema', done: 0, about: '20260101_schema' },
      {},
    ],
    ['Counting files …', { phase: 'scan', done: 0 }, {}],
    ['Counting files: 1 file', { phase: 'scan', done: 1 }, {}],
    ['Importing: 0 of 79 files', { phase: 'import', done: 0, total: 79 }, {}],
    ['Importing: 1 of 1 file', { phase: 'import', done: 1, total: 1 }, {}],
    [
      'Importing: 12,300 of 35,915 files, 41 a second, 10 min left',
      { phase: 'import', done: 12_300, total: 35_915 },
      { perSecond: 41.2, secondsLeft: 573 },
    ],
    [
      'Importing: 78 of 79 files, 0.4 a second, 1 s left',
      { phase: 'import', done: 78, total: 79 },
      { perSecond: 0.44, secondsLeft: 0.2 },
    ],
    ['Resolving links: 1,200 documents, 300 a second', { phase: 'links', done: 1200 }, { perSecond: 300 }],
    ['Importing: 1 of 9 files', { phase: 'import', done: 1, total: 9 }, { perSecond: 0.01 }],
    ['Waiting for the import …', { phase: 'wait', done: 0, about: 'the import' }, {}],
    [
      'Waiting for the import; it has done 1,200 files',
      { phase: 'wait', done: 1200, about: 'the import' },
      { perSecond: 5 },
    ],
  ])('%s', (text, progress, pace) => expect(progressText(progress, pace)).toBe(text))

  it.each<[string, Progress, number]>([
    ['Importing: 35,915 files in 14 min.', { phase: 'import', done: 35_915, total: 35_915 }, 843],
    ['Opening the app: 3.2 s.', { phase: 'open', done: 0 }, 3.2],
    ['Waiting for the import: 14 s.', { phase: 'wait', done: 9, about: 'the import' }, 14],
  ])('%s', (text, progress, seconds) => expect(phaseResult(progress, seconds)).toBe(text))

  it('every phase has its own words', () => {
    const words = phases.map((phase) => phaseWords[phase].doing)
    expect(new Set(words).size).toBe(phases.length)
  })
})

it('reports between processes are few, and include the first and the last', () => {
  const passed: string[] = []
  let now = 0
  const report = thinOut(
    ({ done, phase }) => passed.push(`${phase} ${done}`),
    () => now,
  )
  for (let done = 0; done <= 1000; done += 1) {
    report({ phase: 'import', done, total: 2000 })
    now += 1
  }
  report({ phase: 'links', done: 0 })
  expect(passed).toEqual([
    'import 0',
    'import 200',
    'import 400',
    'import 600',
    'import 800',
    'import 1000',
    'links 0',
  ])
})
