import type { Nodes } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'

import { attentionHandlers } from './printAttention.ts'
import { blockHandlers } from './printBlocks.ts'
import { linkHandlers } from './printLink.ts'
import { mathHandlers } from './printMath.ts'

const options: Options = {
  bullet: '-',
  fences: true,
  incrementListMarker: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [
    gfmToMarkdown({ tableCellPadding: true, tablePipeAlign: false }),
    mathToMarkdown(),
    { handlers: { ...attentionHandlers, ...blockHandlers, ...linkHandlers, ...mathHandlers } },
  ],
}

/** Prints an mdast tree as Markdown, without a line end at its end. Every character that could be markup is escaped. */
export const printMarkdown = (tree: Nodes): string => toMarkdown(tree, options).replace(/\n$/, '')
