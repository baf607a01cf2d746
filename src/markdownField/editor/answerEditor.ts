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

/** The name by which the admin finds the editor's field in any collection. */
export const editorField = 'answerbookEditor'

/**
 * The rich text editor of `markdownField()`, as a field that stores nothing: on the client, Payload can only render an
 * editor through the path of a field that has it. Its features exclude what Markdown cannot express, such as
 * underlining.
 */
export const answerEditor = (): RichTextField => ({
  name: editorField,
  type: 'richText',
  virtual: true,
  admin: {
    // Payload makes virtual fields, and so their editors, read-only (payload#16016).
    readOnly: false,
    condition: () => false,
  },
  editor,
})
