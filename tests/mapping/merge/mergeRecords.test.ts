import { describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { readFile } from '../../../src/mapping/readFile.ts'
import type { MappedRecord, Mapping } from '../../../src/mapping/types.ts'
import { mergeRecords } from '../../../src/mapping/merge/mergeRecords.ts'
import { parsed, postMapping } from '../mappings.ts'

const post = `---
title: A title
date: 2024-11-27T12:00:00Z
tags: [one, two, three]
weight: 3
category: News
see1:
  name: First
  slug: first
  of: News
see2:
  name: Second
  slug: second
  of: News
---
One sentence. Another sentence.

A second paragraph.
`

const path = 'posts/news/a-post.md'

const recordOf = (text: string, mapping: Mapping = postMapping): MappedRecord =>
  readFile(mapping, path, parsed(text)).record

type Edit = [from: string, to: string]

const edited = (...edits: Edit[]): MappedRecord => {
  const text = edits.reduce((all, [from, to]) => {
    expect(all).toContain(from)
    return all.replace(from, to)
  }, post)
  return recordOf(text)
}

const merge = (document: MappedRecord, file: MappedRecord, exported?: MappedRecord) =>
  mergeRecords(postMapping, { base: recordOf(post), exported, document, file })

const link = (slug: string): string => `see3:\n  name: ${slug}\n  slug: ${slug}\n  of: News\n---`

describe('mergeRecords', () => {
  it('takes what the file has changed and keeps what the CMS has changed', () => {
    const { record, ...rest } = merge(edited(['A title', 'Ours']), edited(['weight: 3', 'weight: 4']))
    expect(record.fields).toEqual(edited(['A title', 'Ours'], ['weight: 3', 'weight: 4']).fields)
    expect(rest).toEqual({ changed: ['weight'], conflicts: [] })
  })

  it.each<[string, Edit, Edit]>([
    ['two sentences of the body', ['One sentence', 'Our sentence'], ['Another', 'Their']],
    ['additions to a list', ['[one', '[zero, one'], ['three]', 'three, four]']],
    ['an addition to a list and a removal', ['three]', 'three, four]'], ['[one, ', '[']],
  ])('merges %s', (_, ours, theirs) => {
    const merged = merge(edited(ours), edited(theirs))
    expect(merged).toMatchObject({ record: { fields: edited(ours, theirs).fields }, conflicts: [] })
    expect(merged.changed).toHaveLength(1)
  })

  it('merges links by where they lead', () => {
    const ours = edited(['of: News\n---', `of: News\n${link('ours')}`])
    const theirs = edited(['of: News\n---', `of: News\n${link('theirs')}`], ['slug: first', 'slug: other'])
    const merged = merge(ours, theirs)
    expect(merged.record.links.map(({ url }) => url)).toEqual(['other', 'second', 'ours', 'theirs'])
    expect(merged).toMatchObject({ changed: ['related'], conflicts: [] })
  })

  it('keeps the CMS value of a field that both sides have changed, and takes the others', () => {
    const file = edited(['A title', 'Theirs'], ['weight: 3', 'weight: 4'])
    const { record, ...rest } = merge(edited(['A title', 'Ours']), file)
    expect(record.fields).toMatchObject({ title: 'Ours', weight: 4 })
    expect(rest).toEqual({ changed: ['weight'], conflicts: ['title'] })
  })

  it.each<[string, Edit, Edit]>([
    ['one sentence', ['One sentence', 'Our sentence'], ['One sentence', 'Their sentence']],
    ['a value that one side has removed', ['weight: 3\n', ''], ['weight: 3', 'weight: 4']],
    ['the date', ['2024-11-27', '2024-11-28'], ['2024-11-27', '2024-11-29']],
    ['two orders of a list', ['[one, two, three]', '[two, one, three]'], ['two, three]', 'three, two]']],
  ])('calls it a conflict when both sides have changed %s', (_, ours, theirs) => {
    const { record, changed, conflicts } = merge(edited(ours), edited(theirs))
    expect(conflicts).toHaveLength(1)
    expect(changed).toEqual([])
    expect(record.fields).toEqual(edited(ours).fields)
  })

  it('counts a value that an export wrote as unchanged', () => {
    const exported = edited(['A title', 'Exported'])
    const file = edited(['A title', 'Theirs'])
    expect(merge(exported, file, exported)).toMatchObject({ changed: ['title'], conflicts: [] })
    expect(merge(edited(['A title', 'Ours']), exported, exported)).toMatchObject({
      changed: [],
      conflicts: [],
    })
  })

  it('has no side to prefer where nothing is known of before', () => {
    const sides = { base: undefined, exported: undefined }
    const [document, file] = [edited(['A title', 'Ours']), edited(['weight: 3', 'weight: 4'])]
    expect(mergeRecords(postMapping, { ...sides, document, file })).toMatchObject({
      changed: [],
      conflicts: ['title', 'weight'],
    })
  })

  it('merges the answer of an article', () => {
    const text = (answer: string): string =>
      `---\nquestion: Why?\nanswer: >-\n    ${answer}\nsubject: Biology\n---\n`
    const article = (answer: string): MappedRecord =>
      readFile(articleMapping, 'learn/biology/why.md', parsed(text(answer))).record
    const sides = {
      base: article(String.raw`One. Two.\n\nThree.`),
      document: article(String.raw`One. Two, ours.\n\nThree.`),
      file: article(String.raw`One. Two.\n\nThree, theirs.`),
      exported: undefined,
    }
    const { record, changed } = mergeRecords(articleMapping, sides)
    expect(record.fields.answer).toBe('One. Two, ours.\n\nThree, theirs.')
    expect(changed).toEqual(['answer'])
  })
})
