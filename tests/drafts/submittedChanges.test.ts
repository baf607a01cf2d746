import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'

import { submittedChanges, withChanges } from '../../src/drafts/submittedChanges.ts'

const fields: FlattenedField[] = [
  { name: 'answer', type: 'text' },
  { name: 'json', type: 'json' },
  {
    name: 'seo',
    type: 'group',
    fields: [],
    flattenedFields: [
      { name: 'title', type: 'text' },
      { name: 'words', type: 'text' },
    ],
  },
]

describe('submittedChanges', () => {
  const original = { answer: 'old', json: { a: 1 }, seo: { title: 'T', words: 'w' } }

  it.each([
    ['a submitted field', { answer: 'new' }, { ...original, answer: 'new' }, { answer: 'new' }],
    ['nothing else of what a save is filled up with', {}, { ...original, answer: 'filled up' }, {}],
    ['what a hook made of it', { answer: ' new ' }, { ...original, answer: 'new' }, { answer: 'new' }],
    ['the value that was there already', { answer: 'old' }, original, { answer: 'old' }],
    ['no field that was refused', { answer: 'new' }, original, {}],
    ['a field that is emptied', { answer: null }, { ...original, answer: null }, { answer: null }],
    [
      'one field of a group',
      { seo: { words: 'x' } },
      { ...original, seo: { title: 'T', words: 'x' } },
      { seo: { words: 'x' } },
    ],
    ['a whole JSON value', { json: { b: 2 } }, { ...original, json: { b: 2 } }, { json: { b: 2 } }],
  ])('submittedChanges returns %s', (_name, submitted, data, expected) => {
    expect(submittedChanges(fields, { submitted, data, original })).toEqual(expected)
  })

  it.each([
    [{ answer: 'new' }, { answer: 'new', json: { a: 1 }, seo: { title: 'T', words: 'w' } }],
    [{ seo: { words: 'x' } }, { answer: 'old', json: { a: 1 }, seo: { title: 'T', words: 'x' } }],
    [{ json: { b: 2 } }, { answer: 'old', json: { b: 2 }, seo: { title: 'T', words: 'w' } }],
  ])('withChanges applies %j to a document', (changes, expected) => {
    expect(withChanges(fields, original, changes)).toEqual(expected)
  })
})
