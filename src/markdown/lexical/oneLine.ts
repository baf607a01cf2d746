import { bitsFor, hintedMarks } from './markedNodes.ts'
import { isRecord } from './guards.ts'

/**
 * Replaces the breaks among inline nodes of Lexical with something that fits on one line: a space, or, for a hard
 * break, `hard`, which is inline HTML.
 */
export const oneLine = (nodes: readonly unknown[], hard?: string): unknown[] =>
  nodes.map((node) => {
    if (!isRecord(node)) return node
    if (Array.isArray(node.children)) return { ...node, children: oneLine(node.children, hard) }
    if (node.type !== 'linebreak') return node
    const hints = isRecord(node.$) ? node.$ : {}
    const isSoft = hints.break === 'soft'
    const around = { $: node.$, format: bitsFor(hintedMarks(node)) }
    return hard === undefined || isSoft
      ? { ...around, text: ' ', type: 'text' }
      : {
          ...around,
          block: false,
          markdown: typeof hints.html === 'string' ? hints.html : hard,
          type: 'source',
        }
  })
