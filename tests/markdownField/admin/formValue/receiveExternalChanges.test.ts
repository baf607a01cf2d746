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

it('shows what somebody else has put into the form', async () => {
  const { shown, news } = editorWith('old')
  news.receive('new')
  news.receive('new')
  await later(5)
  expect(shown).toEqual(['new'])
})

it('shows nothing that the form takes back at once', async () => {
  const { shown, news } = editorWith('old')
  news.receive('late')
  news.receive('old')
  await later(5)
  expect(shown).toEqual([])
})

it('shows the newer of two', async () => {
  const { shown, news } = editorWith('old')
  news.receive('one')
  news.receive('two')
  await later(5)
  expect(shown).toEqual(['two'])
})

it('shows nothing once it has ended', async () => {
  const { shown, news } = editorWith('old')
  news.receive('new')
  news.end()
  await later(5)
  expect(shown).toEqual([])
})
