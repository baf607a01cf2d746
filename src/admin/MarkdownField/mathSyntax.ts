import { Tag } from '@lezer/highlight'
import type { MarkdownConfig } from '@lezer/markdown'

/** Tag of `$…$` and `$$…$$` for highlighters. */
export const mathTag = Tag.define()

const dollar = '$'.charCodeAt(0)

// No blank after the first and before the last dollar of $…$, so that prices are text; $$…$$ may hold anything.
const mathAtStart = /^(?:\$\$(?:[^$\\]|\\[^])+\$\$|\$(?![\s$])(?:[^$\\]|\\[^])+(?<!\s)\$(?!\d))/

/** Math in Markdown for a Lezer parser: a `Math` node in whose text stars and underscores mean nothing. */
export const mathSyntax: MarkdownConfig = {
  defineNodes: [{ name: 'Math', style: mathTag }],
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
}
