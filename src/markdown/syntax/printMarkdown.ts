import type { Nodes } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'

import { fewEscapes, type Reads } from './fewEscapes.ts'
import { attentionHandlers } from './printAttention.ts'
import { blockHandlers, joinSource } from './printBlocks.ts'
import { linkHandlers } from './printLink.ts'
import { mathHandlers } from './printMath.ts'

const options: Options = {
  bullet: '-',
  fences: true,
  incrementListMarker: true,
  listItemIndent: 'one',
  join: [joinSource],
  rule: '-',
  extensions: [
    gfmToMarkdown({ tableCellPadding: true, tablePipeAlign: false }),
    mathToMarkdown(),
    { handlers: { ...attentionHandlers, ...blockHandlers, ...linkHandlers, ...mathHandlers } },
  ],
}

/**
 * Prints an mdast tree as Markdown, without a trailing newline. Every character that could be markup is escaped; given
 * `reads`, only those without which a text would be parsed differently.
 */
export const printMarkdown = (tree: Nodes, reads?: Reads): string =>
  toMarkdown(tree, reads ? { ...options, handlers: fewEscapes(reads) } : options).replace(/\n$/, '')
