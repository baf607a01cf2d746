import { expect, it } from 'vitest'

import { formValue } from '../../../../src/markdownField/admin/formValue/formValue.ts'

it('takes a value of somebody else as news, once', () => {
  const form = formValue('old')
  expect(form.isExternalChange('restored', 'old')).toBe(true)
  expect(form.isExternalChange('restored', 'restored')).toBe(false)
})

it('does not set the editor back to what was typed a moment ago', () => {
  const form = formValue('')
  form.sent('a')
  form.sent('ab')
  expect(form.isExternalChange('', 'ab')).toBe(false)
  expect(form.isExternalChange('a', 'ab')).toBe(false)
  expect(form.isExternalChange('ab', 'ab')).toBe(false)
})

it('takes a return to an earlier value as news once the form has caught up', () => {
  const form = formValue('old')
  form.sent('new')
  expect(form.isExternalChange('new', 'new')).toBe(false)
  expect(form.isExternalChange('old', 'new')).toBe(true)
})

it('forgets what was sent and taken back at once', () => {
  const form = formValue('a')
  form.sent('ab')
  form.sent('a')
  expect(form.isExternalChange('a', 'a')).toBe(false)
  expect(form.isExternalChange('ab', 'a')).toBe(true)
})

it('follows the form when it ends on what was typed over an earlier news', () => {
  const form = formValue('a')
  form.sent('ab')
  expect(form.isExternalChange('x', 'ab')).toBe(true)
  expect(form.isExternalChange('ab', 'x')).toBe(true)
})
