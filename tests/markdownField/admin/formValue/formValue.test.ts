import { expect, it } from 'vitest'

import { formValue } from '../../../../src/markdownField/admin/formValue/formValue.ts'

it('formValue treats a value set by somebody else as external, once', () => {
  const form = formValue('old')
  expect(form.isExternalChange('restored', 'old')).toBe(true)
  expect(form.isExternalChange('restored', 'restored')).toBe(false)
})

it('formValue does not revert the editor to what was typed a moment ago', () => {
  const form = formValue('')
  form.sent('a')
  form.sent('ab')
  expect(form.isExternalChange('', 'ab')).toBe(false)
  expect(form.isExternalChange('a', 'ab')).toBe(false)
  expect(form.isExternalChange('ab', 'ab')).toBe(false)
})

it('formValue treats a return to an earlier value as external once the form has caught up', () => {
  const form = formValue('old')
  form.sent('new')
  expect(form.isExternalChange('new', 'new')).toBe(false)
  expect(form.isExternalChange('old', 'new')).toBe(true)
})

it('formValue forgets a value that was sent and undone at once', () => {
  const form = formValue('a')
  form.sent('ab')
  form.sent('a')
  expect(form.isExternalChange('a', 'a')).toBe(false)
  expect(form.isExternalChange('ab', 'a')).toBe(true)
})

it('formValue follows the form if it settles on what was typed over an earlier external change', () => {
  const form = formValue('a')
  form.sent('ab')
  expect(form.isExternalChange('x', 'ab')).toBe(true)
  expect(form.isExternalChange('ab', 'x')).toBe(true)
})
