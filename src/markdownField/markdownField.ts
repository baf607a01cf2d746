import type { CodeField, CodeFieldValidation } from 'payload'

import { convertOnRequest } from './formats/convertOnRequest.ts'

/** Documents that a Markdown text can link to: searched by a text field, linked by the field that holds their URL. */
export type MarkdownLinks = { collection: string; title: string; url: string }

/** A Markdown field: the options of Payload's code field, and the documents and images that its rich text editor offers. */
export type MarkdownFieldOptions = Omit<CodeField, 'type'> & {
  /**
   * Documents that the text can link to.
   * @default those of all mappings whose documents have a URL
   */
  links?: MarkdownLinks[]
  /** Slug of the upload collection that images come from. Default: none; images are then inserted by URL. */
  media?: string
}

/** The component that edits a Markdown field. */
export const markdownFieldComponent = 'answerbook/client#MarkdownField'

// Payload's own validation of a code field accepts an empty text.
const notEmpty: CodeFieldValidation = (value, { req, required }) =>
  required && (value ?? '').trim() === '' ? req.t('validation:required') : true

/**
 * A field that holds Markdown as plain text. It is edited as rich text, or as source in a code editor served from our
 * own host; in an app without the plugin, only as source. Usable in any collection.
 */
export const markdownField = ({ links, media, ...field }: MarkdownFieldOptions): CodeField => ({
  validate: notEmpty,
  ...field,
  type: 'code',
  hooks: { ...field.hooks, afterRead: [...(field.hooks?.afterRead ?? []), convertOnRequest] },
  admin: {
    ...field.admin,
    language: 'markdown',
    // Nobody gives many documents the same text, and the bulk edit form uses Payload's own code editor, which is loaded
    // from another host (payload#10229).
    disableBulkEdit: true,
    components: {
      Diff: 'answerbook/rsc#MarkdownDiff',
      Field: { path: markdownFieldComponent, clientProps: { links, media } },
      ...field.admin?.components,
    },
  },
})
