import { markdown, markdownLanguage as githubMarkdown } from '@codemirror/lang-markdown'
import { syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { Tag, tagHighlighter, tags } from '@lezer/highlight'

const math = Tag.define()

const dollar = '$'.charCodeAt(0)

// As in the pages' parser: no blank after the first and before the last dollar of $…$; $$…$$ may hold anything.
const mathAtStart = /^(?:\$\$(?:[^$\\]|\\[^])+\$\$|\$(?![\s$])(?:[^$\\]|\\[^])+(?<!\s)\$(?!\d))/

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
  {
    tag: [
      tags.tagName,
      tags.angleBracket,
      tags.attributeName,
      tags.attributeValue,
      tags.character,
      tags.comment,
    ],
    class: 'markdown-html',
  },
  { tag: math, class: 'markdown-math' },
])

/** Markdown with tables, task lists, strikethrough and math; classes `markdown-…` for a style sheet to colour. */
export const markdownLanguage = (): Extension => [
  markdown({
    base: githubMarkdown,
    completeHTMLTags: false,
    extensions: {
      defineNodes: [{ name: 'Math', style: math }],
      parseInline: [
        {
          name: 'Math',
          before: 'Escape',
          parse: (context, next, position) => {
            if (next !== dollar) return -1
            const found = mathAtStart.exec(context.slice(position, context.end))?.[0]
            return found ? context.addElement(context.elt('Math', position, position + found.length)) : -1
          },
        },
      ],
    },
  }),
  syntaxHighlighting(highlighter),
]
