import type { lexicalEditor as makeEditor } from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'

import { label } from '../../translations/translate.ts'
import { loadLexical } from './loadLexical.ts'

const editor: ReturnType<typeof makeEditor> = async (args) => {
  const {
    BlockquoteFeature,
    BoldFeature,
    ChecklistFeature,
    createServerFeature,
    FixedToolbarFeature,
    HeadingFeature,
    HorizontalRuleFeature,
    IndentFeature,
    InlineCodeFeature,
    ItalicFeature,
    lexicalEditor,
    OrderedListFeature,
    ParagraphFeature,
    StrikethroughFeature,
    UnorderedListFeature,
  } = await loadLexical()
  const tables = createServerFeature({
    feature: { ClientFeature: 'answerbook/client#TableFeatureClient' },
    key: 'answerbookTables',
  })
  const pieces = createServerFeature({
    feature: { ClientFeature: 'answerbook/client#RichTextFeatureClient' },
    key: 'answerbook',
  })
  return lexicalEditor({
    admin: {
      hideDraggableBlockElement: true,
      hideAddBlockButton: true,
      hideGutter: true,
      placeholder: label('answerbook:editor:placeholder'),
    },
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      BoldFeature(),
      ItalicFeature(),
      StrikethroughFeature(),
      InlineCodeFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      ChecklistFeature(),
      IndentFeature({ disabledNodes: ['paragraph', 'heading', 'quote'], disableTabNode: true }),
      BlockquoteFeature(),
      HorizontalRuleFeature(),
      FixedToolbarFeature(),
      tables(),
      pieces(),
    ],
  })(args)
}

/** The field that the admin finds the editor by, in whatever collection. */
export const editorField = 'answerbookEditor'

/**
 * The rich text editor of `markdownField()`, as a field that stores nothing: Payload renders an editor on the client only by
 * the path of a field that has it. What Markdown cannot express, such as underlining, is not among its features.
 */
export const answerEditor = (): RichTextField => ({
  name: editorField,
  type: 'richText',
  virtual: true,
  admin: {
    // Payload makes virtual fields read-only (payload#16016), and the editor with them.
    readOnly: false,
    condition: () => false,
  },
  editor,
})
