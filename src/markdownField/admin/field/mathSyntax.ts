import { Tag } from '@lezer/highlight'
import type { MarkdownConfig } from '@lezer/markdown'

import { formulaAt } from '../../../markdown/dollars.ts'

/** Tag of `$…$` and `$$…$$` for highlighters. */
export const mathTag = Tag.define()

const dollar = '$'.charCodeAt(0)

const inTwoDollars = /\$\$(?:[^$\\]|\\[^])+\$\$/y

/** The offset after the formula that begins at a dollar; undefined if none does. */
const endOfMath = (text: string, start: number): number | undefined => {
  inTwoDollars.lastIndex = start
  return inTwoDollars.test(text) ? inTwoDollars.lastIndex : formulaAt(text, start)?.end
}

/** Math in Markdown for a Lezer parser: a `Math` node in whose text stars and underscores mean nothing. */
export const mathSyntax: MarkdownConfig = {
  defineNodes: [{ name: 'Math', style: mathTag }],
  parseInline: [
    {
      name: 'Math',
      before: 'Escape',
      parse: (context, next, position) => {
        if (next !== dollar) return -1
        const { offset, text } = context
        const end = endOfMath(text, position - offset)
        return end === undefined ? -1 : context.addElement(context.elt('Math', position, offset + end))
      },
    },
  ],
}
