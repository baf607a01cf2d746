import { expect, it } from 'vitest'

import { formValue } from '../../../../src/markdownField/admin/formValue/formValue.ts'

it('takes a value of somebody else as news, once', () => {
  const form = formValue('old')
  expect(form.isNews('restored', 'old')).toBe(true)
  expect(form.isNews('restored', 'restored')).toBe(false)
})

it('does not set the editor back to what was typed a moment ago', () => {
  const form = formValue('')
  form.sent('a')
  form.sent('ab')
  expect(form.isNews('', 'ab')).toBe(false)
  expect(form.isNews('a', 'ab')).toBe(false)
  expect(form.isNews('ab', 'ab')).toBe(false)
})

it('takes a return to an earlier value as news once the form has caught up', () => {
  const form = formValue('old')
  form.sent('new')
  expect(form.isNews('new', 'new')).toBe(false)
  expect(form.isNews('old', 'new')).toBe(true)
})

it('forgets what was sent and taken back at once', () => {
  const form = formValue('a')
  form.sent('ab')
  form.sent('a')
  expect(form.isNews('a', 'a')).toBe(false)
  expect(form.isNews('ab', 'a')).toBe(true)
})

it('follows the form when it ends on what was typed over an earlier news', () => {
  const form = formValue('a')
  form.sent('ab')
  expect(form.isNews('x', 'ab')).toBe(true)
  expect(form.isNews('ab', 'x')).toBe(true)
})
