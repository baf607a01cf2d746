import { setTimeout as later } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { formValue } from '../../../../src/markdownField/admin/formValue/formValue.ts'
import { receiveExternalChanges } from '../../../../src/markdownField/admin/formValue/receiveExternalChanges.ts'

const editorWith = (text: string) => {
  const shown: string[] = []
  const news = receiveExternalChanges(
    formValue(text),
    () => shown.at(-1) ?? text,
    (value) => shown.push(value),
  )
  return { shown, news }
}

it('receiveExternalChanges shows a value set by somebody else', async () => {
  const { shown, news } = editorWith('old')
  news.receive('new')
  news.receive('new')
  await later(5)
  expect(shown).toEqual(['new'])
})

it('receiveExternalChanges ignores a value that the form reverts at once', async () => {
  const { shown, news } = editorWith('old')
  news.receive('late')
  news.receive('old')
  await later(5)
  expect(shown).toEqual([])
})

it('receiveExternalChanges shows the newer of two values', async () => {
  const { shown, news } = editorWith('old')
  news.receive('one')
  news.receive('two')
  await later(5)
  expect(shown).toEqual(['two'])
})

it('receiveExternalChanges shows nothing after it has ended', async () => {
  const { shown, news } = editorWith('old')
  news.receive('new')
  news.end()
  await later(5)
  expect(shown).toEqual([])
})
