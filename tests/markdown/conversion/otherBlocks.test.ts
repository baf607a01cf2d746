import { expect, it } from 'vitest'

import { markdownToLexical, saveMarkdown } from '../../../src/markdown/conversion.ts'
import type { SerializedAnswer } from '../../../src/markdown/lexical/nodes.ts'

/** Blocks that are all written differently from the printer. */
const blocks = [
  'Text  with __odd__ *  characters\n===',
  '* a <i>b</i>\n* c\n  * d',
  'a|b\n-|-\n<b>c</b>| d\ne | f',
  'one <b>x</b> y_z (a) \\* [r][r]',
  '~~~~ js\n1\n~~~~',
  '+ e __f__',
  '<div>\n\n__g__\n\n</div>',
  '[r]: /u  "t"',
  'end __h__',
]
const document = `${blocks.join('\n\n')}\n`

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What can be edited in a state: texts, sources and code. */
const editable = (node: unknown): { node: Record<string, unknown>; field: string }[] => {
  if (!isNode(node)) return []
  const own = ['text', 'markdown', 'code'].filter((field) => typeof node[field] === 'string')
  const inner = Array.isArray(node.children) ? node.children.flatMap(editable) : []
  return [...own.map((field) => ({ node, field })), ...inner]
}

const replaced = (state: SerializedAnswer, at: number, text: string): SerializedAnswer => {
  const copy = structuredClone(state)
  const place = editable(copy.root)[at]
  if (place) place.node[place.field] = text
  return copy
}

const state = markdownToLexical(document)
const places = editable(state.root)
const odd = [
  'new',
  '<b>X',
  '```',
  '~~~',
  '<!-- a',
  '$$',
  '$a',
  '- x',
  '| |',
  'a\n\n> b',
  '[^1]: c',
  '# d',
  '\\',
]

it.each(odd)('an edit of any text or source to %j keeps all other blocks unchanged', (text) => {
  expect(places.length).toBeGreaterThan(15)
  for (const at of places.keys()) {
    const saved = saveMarkdown(document, replaced(state, at, text))
    const kept = blocks.filter((block) => `\n\n${saved}\n`.includes(`\n\n${block}\n\n`))
    // The parts of one block of HTML are three blocks to the editor.
    expect(kept.length, saved).toBeGreaterThanOrEqual(blocks.length - 1)
  }
})
