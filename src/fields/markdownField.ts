import type { CodeField, CodeFieldValidation } from 'payload'

import { convertOnRequest } from '../hooks/convertOnRequest.ts'

// Payload's own check of a code field lets an empty text pass.
const notEmpty: CodeFieldValidation = (value, { req, required }) =>
  required && (value ?? '').trim() === '' ? req.t('validation:required') : true

/**
 * A field that holds Markdown as plain text and is edited in a code editor that comes from our own host.
 * Usable in any collection; takes what Payload's code field takes.
 */
export const markdownField = (field: Omit<CodeField, 'type'>): CodeField => ({
  validate: notEmpty,
  ...field,
  type: 'code',
  hooks: { ...field.hooks, afterRead: [...(field.hooks?.afterRead ?? []), convertOnRequest] },
  admin: {
    ...field.admin,
    language: 'markdown',
    components: {
      Diff: 'answerbook/admin/rsc#MarkdownDiff',
      Field: 'answerbook/admin#MarkdownField',
      ...field.admin?.components,
    },
  },
})
