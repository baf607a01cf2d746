import { expect, it } from 'vitest'

import { changedLines } from '../../../src/sync/admin/markdownView/changedLines.ts'
import { fileLines } from '../../../src/markdownField/admin/diff/fileLines.ts'
import { wordsIn } from '../../helpers/wordsIn.ts'
import { stateOfFile } from '../../../src/sync/admin/markdownView/stateOfFile.ts'

it.each([
  ['a\nb\nc\n', 'a\nb\nc\n', [], 0],
  ['a\nb\nc\n', 'a\nX\nc\n', [2], 1],
  ['a\nb\n', 'a\nb\nc\nd\n', [3, 4], 0],
  ['a\nb\nc\n', 'c\n', [], 2],
  ['a\r\nb\r\n', 'a\nb', [], 0],
])('changedLines marks the lines that turn %j into %j', (before, after, changed, removed) => {
  const changes = changedLines(fileLines(before), fileLines(after))
  expect([...changes.changed]).toEqual(changed)
  expect(changes.removed).toBe(removed)
})

it.each([
  ['', []],
  ['\n', ['']],
  ['a', ['a']],
  ['a\n\n', ['a', '']],
  ['a\rb\r\nc\n', ['a', 'b', 'c']],
])('fileLines splits %j into its lines', (text, lines) => {
  expect(fileLines(text)).toEqual(lines)
})

const change = (lines: number[], removed: number) => ({ changed: new Set(lines), removed })

it.each([
  [undefined, false, /^No file yet; the next export creates it\.$/],
  [change([], 0), true, /^Identical to the imported file\.$/],
  [change([], 0), false, /line endings only/],
  [change([3], 0), false, /: 1 line changed or added, marked below\.$/],
  [change([3, 4], 1), false, /: 2 lines changed or added, marked below; 1 line removed\.$/],
])('stateOfFile says how %j differs', (changes, isSame, sentence) => {
  expect(stateOfFile({ t: wordsIn() }, { changes, isSame, language: 'en' })).toMatch(sentence)
})
