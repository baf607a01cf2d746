import { defineLanguageFacet, Language, languageDataProp, syntaxHighlighting } from '@codemirror/language'
import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { styleTags, tagHighlighter, tags } from '@lezer/highlight'
import { GFM, parser } from '@lezer/markdown'

import { continueMarkup } from './continueMarkup.ts'
import { mathSyntax, mathTag } from './mathSyntax.ts'

const data = defineLanguageFacet()

// Not CodeMirror's own Markdown package: it includes parsers for HTML, CSS and JavaScript, half as much code again.
const language = new Language(
  data,
  parser.configure([
    GFM,
    mathSyntax,
    {
      props: [
        languageDataProp.add({ Document: data }),
        styleTags({ 'HTMLTag HTMLBlock': tags.tagName, TaskMarker: tags.processingInstruction }),
      ],
    },
  ]),
  [],
  'markdown',
)

const highlighter = tagHighlighter([
  { tag: tags.heading, class: 'answerbook-markdown-heading' },
  { tag: tags.strong, class: 'answerbook-markdown-strong' },
  { tag: tags.emphasis, class: 'answerbook-markdown-emphasis' },
  { tag: tags.strikethrough, class: 'answerbook-markdown-strikethrough' },
  { tag: tags.monospace, class: 'answerbook-markdown-code' },
  { tag: tags.link, class: 'answerbook-markdown-link' },
  { tag: tags.url, class: 'answerbook-markdown-url' },
  { tag: tags.quote, class: 'answerbook-markdown-quote' },
  {
    tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName],
    class: 'answerbook-markdown-mark',
  },
  { tag: [tags.tagName, tags.comment, tags.character], class: 'answerbook-markdown-html' },
  { tag: mathTag, class: 'answerbook-markdown-math' },
])

/** Markdown with GitHub's extensions and math; its classes `answerbook-markdown-…` are colored by a style sheet. */
export const markdownLanguage = (): Extension => [
  language,
  syntaxHighlighting(highlighter),
  Prec.high(keymap.of([{ key: 'Enter', run: continueMarkup }])),
]
