'use client'

import { createContext, use } from 'react'

import type { Translate } from '../../../admin/useWords.ts'

/** Where an editor searches for documents to link to. */
export type LinkTarget = {
  /** Slug of the collection. */
  collection: string
  /** Field that is searched and shown. */
  title: string
  /** Field that holds the URL. */
  url: string
}

/** The Markdown that a rich text editor shows, as its form holds it. It changes while somebody types. */
export type RichTextValue = {
  value: string
  /** Gives changed Markdown to the form. */
  onChange: (markdown: string) => void
  /** Called if the text cannot be shown as rich text. */
  onFail: () => void
  /** Whether the editor is visible. A hidden one applies external changes when it is shown again. */
  isVisible: boolean
}

/** What a field tells the components inside its rich text editor. */
export type RichTextSettings = {
  /** The text can be read and copied, not changed. */
  isReadOnly: boolean
  /** Attributes of the element that has the focus: its id and what screen readers say. */
  attributes: Record<string, string>
  links: LinkTarget[]
  /** Slug of the collection that images come from, if there is one. */
  media: string | undefined
  /** Translates words of the editor; its nodes are also used without Payload's admin panel. */
  t: Translate
}

const noSettings: RichTextSettings = {
  isReadOnly: true,
  attributes: {},
  links: [],
  media: undefined,
  t: (key) => key,
}

export const RichTextValueContext = createContext<RichTextValue>({
  value: '',
  onChange: () => undefined,
  onFail: () => undefined,
  isVisible: false,
})

export const RichTextSettingsContext = createContext<RichTextSettings>(noSettings)

/** The value of the field that a component of the editor is in. */
export const useRichTextValue = (): RichTextValue => use(RichTextValueContext)

/** The settings of the field that a component of the editor is in; those of a read-only field outside of one. */
export const useRichTextSettings = (): RichTextSettings => use(RichTextSettingsContext)
