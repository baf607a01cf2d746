import { expect, it } from 'vitest'
import { foreignLines } from './foreignLines.ts'

const before =
  '---\ntitle: >-\n    One\nseo:\n  title: A\n  text: >-\n    B: c\nlink1:\n    id: 1\n---\n\nBody'

it.each([
  ['nothing changed', before, [], []],
  ['a changed line of the key', before.replace('One', 'Two'), ['title'], []],
  ['a changed line of another key', before.replace('One', 'Two'), ['seo.title'], ['-    One', '+    Two']],
  ['a child of the key', before.replace('title: A', 'title: B'), ['seo'], []],
  ['a sibling of the key', before.replace('B: c', 'B: d'), ['seo.title'], ['-    B: c', '+    B: d']],
  ['a block of the series', before.replace('id: 1', 'id: 1\nlink2:\n    id: 2'), ['link'], []],
  ['a block before blank lines', before.replace('id: 1\n', 'id: 1\n\n'), ['link'], ['+']],
  ['the body', before.replace('Body', 'Text'), ['title'], ['-Body', '+Text']],
  [
    'an order',
    before.replace('title: A\n  text: >-\n    B: c', 'text: >-\n    B: c\n  title: A'),
    ['seo.title'],
    [],
  ],
])('%s', (_, after, keys, expected) => {
  expect(foreignLines(before, after, keys)).toEqual(expected)
})
