import { describe, expect, it } from 'vitest'

import { type Comparable, pairFiles } from '../../../src/sync/import/moves/pairFiles.ts'

// `path: all of its values / its content`; several alternatives are separated by a bar.
const files = (lines: readonly string[]): Comparable[] =>
  lines.map((line) => {
    const [path = '', texts = ''] = line.split(': ')
    return { path, likenesses: texts.split('/').map((alternatives) => alternatives.split('|')) }
  })

const cases: {
  name: string
  arrived: string[]
  gone: string[]
  moves: Record<string, string>
  ambiguous?: Record<string, string[]>
}[] = [
  { name: 'one file', arrived: ['b/x: 1/a'], gone: ['a/x: 1/a'], moves: { 'b/x': 'a/x' } },
  { name: 'no file in common', arrived: ['b/x: 1/a'], gone: ['a/x: 2/b'], moves: {} },
  { name: 'content alone', arrived: ['b/x: 1/a'], gone: ['a/x: 2/a'], moves: { 'b/x': 'a/x' } },
  { name: 'an exported text', arrived: ['b/x: 1/a'], gone: ['a/x: 2|1/b|a'], moves: { 'b/x': 'a/x' } },
  {
    name: 'all values before content',
    arrived: ['b/x: 1/a', 'b/y: 2/a'],
    gone: ['a/p: 2/a', 'a/q: 1/a'],
    moves: { 'b/x': 'a/q', 'b/y': 'a/p' },
  },
  {
    name: 'one new file and two missing ones',
    arrived: ['b/x: 1/a'],
    gone: ['a/x: 1/a', 'c/x: 1/a'],
    moves: {},
    ambiguous: { 'b/x': ['a/x', 'c/x'] },
  },
  {
    name: 'two new files and one missing one',
    arrived: ['b/x: 1/a', 'c/x: 1/a'],
    gone: ['a/x: 1/a'],
    moves: {},
    ambiguous: { 'b/x': ['a/x'], 'c/x': ['a/x'] },
  },
  {
    name: 'a candidate that others could be too, even by content alone',
    arrived: ['b/x: 1/a', 'c/x: 1/a', 'd/x: 2/a'],
    gone: ['a/x: 1/a'],
    moves: {},
    ambiguous: { 'b/x': ['a/x'], 'c/x': ['a/x'] },
  },
  {
    name: 'copies with the same names',
    arrived: ['b/x: 1/a', 'b/y: 1/a'],
    gone: ['a/y: 1/a', 'a/x: 1/a'],
    moves: { 'b/x': 'a/x', 'b/y': 'a/y' },
  },
  {
    name: 'copies with other names',
    arrived: ['b/x: 1/a', 'b/z: 1/a'],
    gone: ['a/x: 1/a', 'a/y: 1/a'],
    moves: {},
    ambiguous: { 'b/x': ['a/x', 'a/y'], 'b/z': ['a/x', 'a/y'] },
  },
]

describe('pairFiles', () => {
  it.each(cases)('pairs $name', ({ ambiguous = {}, arrived, gone, moves }) => {
    const pairs = pairFiles(files(arrived), files(gone), 2)
    expect(Object.fromEntries(pairs.moves)).toEqual(moves)
    expect(Object.fromEntries(pairs.ambiguous)).toEqual(ambiguous)
  })
})
