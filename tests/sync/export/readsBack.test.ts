import { describe, expect, it } from 'vitest'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { refusalOf } from '../../../src/sync/export/readsBack.ts'
import { articleText } from '../../fixtures/articleText.ts'

const path = 'learn/test/one.md'

describe('a file that is about to be written', () => {
  it.each<[string, string | undefined]>([
    [articleText('test', 'one'), undefined],
    [articleText('test', 'one', { date: 'date: soon' }), undefined],
    [articleText('test', 'one', { question: undefined }), "The key 'question' is missing."],
    [articleText('test', 'one', { answer: 'answer:' }), "The key 'answer' is empty."],
    [articleText('test', 'two'), "The path of the file requires 'one.md' as its 'file_name'."],
    [articleText('test', 'one', { x: 'x: *y' }), 'A value that begins with `*` is a YAML alias.'],
    [
      articleText('test', 'one', { answer: `answer: >-\n    ${'a'.repeat(600_000)}` }),
      'The line has more than 524288 characters.',
    ],
    [
      articleText('test', 'one', { answer: `answer: >-\n${`    ${'ä'.repeat(500)}\n`.repeat(1_100)}` }),
      'It has 110',
    ],
  ])('the check before writing agrees with an import: %#', (text, refusal) => {
    const message = refusalOf(articleMapping, path, text)?.message
    if (refusal === undefined) expect(message).toBeUndefined()
    else expect(message?.startsWith(refusal)).toBe(true)
  })
})
