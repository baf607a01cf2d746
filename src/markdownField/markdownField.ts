import type { CodeField, CodeFieldValidation } from 'payload'

import { convertOnRequest } from './formats/convertOnRequest.ts'

/** Documents that a Markdown text links to: searched by a text field, linked by the field that holds their URL. */
export type MarkdownLinks = { collection: string; title: string; url: string }

/** A Markdown field: what Payload's code field takes, and what its rich editor offers to link to and to show. */
export type MarkdownFieldOptions = Omit<CodeField, 'type'> & {
  /**
   * Documents that the text can link to.
   * @default those of all mappings whose documents have a URL
   */
  links?: MarkdownLinks[]
  /** Slug of the upload collection that images come from. Default: none, and images go by their URL. */
  media?: string
}

/** The component that edits a Markdown field. */
export const markdownFieldComponent = 'answerbook/client#MarkdownField'

// Payload's own check of a code field lets an empty text pass.
const notEmpty: CodeFieldValidation = (value, { req, required }) =>
  required && (value ?? '').trim() === '' ? req.t('validation:required') : true

/**
 * A field that holds Markdown as plain text. It is edited as rich text, or as source in a code editor that comes from our
 * own host; an app without the plugin has the source only. Usable in any collection.
 */
export const markdownField = ({ links, media, ...field }: MarkdownFieldOptions): CodeField => ({
  validate: notEmpty,
  ...field,
  type: 'code',
  hooks: { ...field.hooks, afterRead: [...(field.hooks?.afterRead ?? []), convertOnRequest] },
  admin: {
    ...field.admin,
    language: 'markdown',
    // Nobody gives many documents the same text, and the form for it has Payload's editor, which comes from another host
    // (payload#10229).
    disableBulkEdit: true,
    components: {
      Diff: 'answerbook/rsc#MarkdownDiff',
      Field: { path: markdownFieldComponent, clientProps: { links, media } },
      ...field.admin?.components,
    },
  },
})
