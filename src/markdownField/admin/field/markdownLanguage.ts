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
  { tag: tags.heading, class: 'markdown-heading' },
  { tag: tags.strong, class: 'markdown-strong' },
  { tag: tags.emphasis, class: 'markdown-emphasis' },
  { tag: tags.strikethrough, class: 'markdown-strikethrough' },
  { tag: tags.monospace, class: 'markdown-code' },
  { tag: tags.link, class: 'markdown-link' },
  { tag: tags.url, class: 'markdown-url' },
  { tag: tags.quote, class: 'markdown-quote' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], class: 'markdown-mark' },
  { tag: [tags.tagName, tags.comment, tags.character], class: 'markdown-html' },
  { tag: mathTag, class: 'markdown-math' },
])

/** Markdown with GitHub's extensions and math; its classes `markdown-…` are coloured by a style sheet. */
export const markdownLanguage = (): Extension => [
  language,
  syntaxHighlighting(highlighter),
  Prec.high(keymap.of([{ key: 'Enter', run: continueMarkup }])),
]
