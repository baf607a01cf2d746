import { APIError, Forbidden, formatErrors, ValidationError } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ConflictError } from '../../src/database/refusals.ts'
import { ForbiddenError, InvalidDocumentError, RefusalError } from '../../src/documents/RefusalError.ts'

const classes = [
  APIError,
  Forbidden,
  ValidationError,
  ConflictError,
  ForbiddenError,
  InvalidDocumentError,
  RefusalError,
]

describe('refusals in a bundle that drops the names of classes', () => {
  const names = new Map(classes.map((one) => [one, one.name]))
  const rename = (nameOf: (one: (typeof classes)[number]) => string): void => {
    for (const one of classes) Object.defineProperty(one, 'name', { value: nameOf(one), configurable: true })
  }
  beforeAll(() => rename(() => ''))
  afterAll(() => rename((one) => names.get(one) ?? ''))

  it("Payload's own refusals lose their sentence in a bundle", () => {
    expect(formatErrors(new APIError('Copy it first.', 409))).toEqual({
      errors: [{ message: 'An unknown error occurred.' }],
    })
  })

  it.each([
    ['a refusal', new RefusalError('Copy it first.', 409), 'Copy it first.'],
    ['what somebody may not do', new ForbiddenError(), 'You are not allowed to perform this action.'],
    ['a conflict', new ConflictError({ cause: undefined }), /^Somebody else saved this/],
  ])('our refusals keep their sentence: %s', (_, error, sentence) => {
    const { errors } = formatErrors(error)
    expect(errors[0]?.message).toMatch(sentence)
  })

  it('the refusal of a document names its fields', () => {
    const fault = { path: 'slug', message: 'Choose another slug.' }
    const error = new InvalidDocumentError({ collection: 'posts', errors: [fault] })
    expect(formatErrors(error)).toMatchObject({
      errors: [{ name: 'ValidationError', data: { errors: [fault] } }],
    })
  })
})
