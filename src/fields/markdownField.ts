import type { CodeField } from 'payload'

/**
 * A field that holds Markdown as plain text and is edited in a code editor that comes from our own host.
 * Usable in any collection; takes what Payload's code field takes.
 */
export const markdownField = (field: Omit<CodeField, 'type'>): CodeField => ({
  ...field,
  type: 'code',
  admin: {
    ...field.admin,
    language: 'markdown',
    components: { Field: 'answerbook/admin#MarkdownField', ...field.admin?.components },
  },
})
