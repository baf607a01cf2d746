'use client'

import { createContext, use } from 'react'

/** Where an editor looks for documents to link to. */
export type LinkTarget = {
  /** Slug of the collection. */
  collection: string
  /** Field that is searched and shown. */
  title: string
  /** Field that holds the url. */
  url: string
}

/** The Markdown that a rich editor shows, as its form holds it. It changes while somebody types. */
export type RichTextValue = {
  value: string
  /** Gives changed Markdown to the form. */
  onChange: (markdown: string) => void
  /** Called where the text cannot be shown as rich text. */
  onFail: () => void
  /** Whether the editor is on screen. A hidden one takes over news when it is shown again. */
  isVisible: boolean
}

/** What a field tells the parts inside of its rich editor. */
export type RichTextSettings = {
  /** The text can be read and copied, not changed. */
  isReadOnly: boolean
  /** Attributes of the element that has the focus: its id and what screen readers say. */
  attributes: Record<string, string>
  links: LinkTarget[]
  /** Slug of the collection that images come from, if there is one. */
  media: string | undefined
}

const noSettings: RichTextSettings = { isReadOnly: true, attributes: {}, links: [], media: undefined }

export const RichTextValueContext = createContext<RichTextValue>({
  value: '',
  onChange: () => undefined,
  onFail: () => undefined,
  isVisible: false,
})

export const RichTextSettingsContext = createContext<RichTextSettings>(noSettings)

/** The value of the field that an editor's part is in. */
export const useRichTextValue = (): RichTextValue => use(RichTextValueContext)

/** The settings of the field that an editor's part is in; those of a read-only field outside of one. */
export const useRichTextSettings = (): RichTextSettings => use(RichTextSettingsContext)
