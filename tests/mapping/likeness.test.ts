import { describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { parseFrontMatter } from '../../src/frontMatter/parse.ts'
import { likenessOf, placeFields } from '../../src/mapping/likeness.ts'
import { readFile } from '../../src/mapping/readFile.ts'
import type { Mapping } from '../../src/mapping/types.ts'
import { articleText } from '../fixtures/articleText.ts'

const likenessAt = (subject: string, slug: string, lines: Record<string, string> = {}) => {
  const parsed = parseFrontMatter(
    articleText(subject, slug, {
      title: undefined,
      article_title: undefined,
      question: 'question: What is it?',
      ...lines,
    }),
  )
  if (!parsed.ok) throw new Error('The text has no front matter.')
  const { record } = readFile(articleMapping, `learn/${subject}/${slug}.md`, parsed.frontMatter)
  return likenessOf(articleMapping, record, 'question')
}

describe('likenessOf', () => {
  const here = likenessAt('biology', 'osmosis')

  it.each([
    ['subject', likenessAt('chemistry', 'osmosis'), true, true, true],
    ['slug', likenessAt('biology', 'what-is-osmosis'), true, true, true],
    ['id', likenessAt('biology', 'osmosis', { id: 'id: 8' }), false, true, true],
    ['author', likenessAt('biology', 'osmosis', { author: 'author: Somebody' }), false, true, true],
    ['question', likenessAt('biology', 'osmosis', { question: 'question: What else?' }), false, false, false],
    ['answer', likenessAt('biology', 'osmosis', { answer: 'answer: Another.' }), false, false, true],
  ])('compares records that differ in their %s', (_, there, isWhole, isContent, isName) => {
    expect([there.whole === here.whole, there.content === here.content, there.name === here.name]).toEqual([
      isWhole,
      isContent,
      isName,
    ])
  })

  it('compares a text alone if it is long', () => {
    const textAt = (answer: string, lines: Record<string, string> = {}): string | undefined =>
      likenessAt('biology', 'osmosis', { answer: `answer: ${answer}`, ...lines }).text
    const long = 'Water passes a membrane. '.repeat(9).trim()
    expect(textAt(long)).toBe(textAt(long, { question: 'question: What else?', author: 'author: Somebody' }))
    expect(textAt(long)).not.toBe(textAt(`${long} Always.`))
    expect(textAt('I cannot answer that.')).toBeUndefined()
  })

  it('has no content or name to compare without a title or a required value', () => {
    const mapping: Mapping = {
      collection: 'notes',
      files: '{slug}.md',
      key: 'slug',
      frontMatter: {},
      body: 'text',
    }
    const record = { fields: { slug: 'a', text: 'Text.' }, links: [] }
    for (const { content, name } of [likenessOf(mapping, record), likenessOf(mapping, record, 'slug')])
      expect([content, name]).toEqual([undefined, undefined])
  })
})

it('a document does not leave the field within which its key is unique', () => {
  const mapping: Mapping = {
    collection: 'posts',
    files: '{tenant}/{slug}.md',
    key: 'slug',
    within: 'tenant',
    frontMatter: { title: 'title' },
  }
  expect([...placeFields(mapping)]).toEqual(['slug'])
  expect([...placeFields(articleMapping)].sort()).toEqual(['slug', 'subject', 'url'])
})
