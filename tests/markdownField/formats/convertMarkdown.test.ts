import { expect, it } from 'vitest'

import { conversions } from '../../../src/markdownField/formats/conversions.ts'
import { convertMarkdown } from '../../../src/markdownField/formats/convertMarkdown.ts'
import { markdownFormats } from '../../../src/markdownField/formats/markdownFormats.ts'

it.each([
  ['markdown', 'Say **yes** to $x$.'],
  ['html', '<p>Say <strong>yes</strong> to <span class="katex">'],
  ['text', 'Say yes to x.'],
  ['lexical', '{"root":'],
] as const)('Markdown becomes %s', async (format, start) => {
  expect((await convertMarkdown('Say **yes** to $x$.', format)).slice(0, start.length)).toBe(start)
})

it.each(['html', 'text', 'lexical'] as const)('readers of %s see no comments', async (format) => {
  const markdown = 'one <!-- a note --> two\n\n<!-- a note -->\n\n- <!-- a note -->\n- three <!-- a note'
  const converted = await convertMarkdown(markdown, format)
  expect(converted.split('a note')).toHaveLength(2)
  for (const word of ['one', 'two', 'three']) expect(converted).toContain(word)
})

it.each(markdownFormats)('nothing becomes %s', async (format) => {
  expect(await convertMarkdown('', format)).toMatch(format === 'lexical' ? /^\{"root":/ : /^$/)
})

it('a text that was converted before comes from the cache', async () => {
  const markdown = 'Only *once*.'
  expect(conversions().get(`html\n${markdown}`)).toBeUndefined()
  const html = await convertMarkdown(markdown, 'html')
  expect(conversions().get(`html\n${markdown}`)).toBe(html)
  conversions().set(`html\n${markdown}`, 'what the cache holds')
  expect(await convertMarkdown(markdown, 'html')).toBe('what the cache holds')
  expect(await convertMarkdown(markdown, 'text')).toBe('Only once.')
})

it('Markdown that stays as it is takes no room in the cache', async () => {
  await convertMarkdown('Stays.', 'markdown')
  expect(conversions().get('markdown\nStays.')).toBeUndefined()
})

it('the cache holds 32 MB at most, of what was asked for last', () => {
  const megabyte = 'x'.repeat(1024 * 512 - 10)
  for (let at = 0; at < 40; at += 1) conversions().set(`text\n${at}`, megabyte)
  const kept = Array.from({ length: 40 }, (_, at) => conversions().get(`text\n${at}`) !== undefined)
  expect(kept.filter(Boolean)).toHaveLength(32)
  expect(kept.at(0)).toBe(false)
  expect(kept.at(-1)).toBe(true)
})

it('copies of the program in one process share the cache', () => {
  expect(Reflect.get(globalThis, Symbol.for('answerbook.conversions'))).toBe(conversions())
})
