import { syntaxTree } from '@codemirror/language'
import type { EditorState, StateCommand } from '@codemirror/state'

const quotes = String.raw`(?<quotes>[ \t]*(?:>[ \t]?)*)`
const bullet = String.raw`(?:[-*+]|(?<number>\d{1,9})(?<delimiter>[.)]))`
const markup = new RegExp(
  String.raw`^${quotes}(?<item>(?<indent>[ \t]*)(?<bullet>${bullet})(?<gap>[ \t]+)(?<task>\[[ xX]\][ \t]+)?)?`,
)

/** The markup before the text of a line in lists and quotes: on this line, and on the next one. */
const markupOf = (line: string): { here: string; next: string } => {
  const found = markup.exec(line)
  const part = found?.groups ?? {}
  const here = found?.[0] ?? ''
  if (part.item === undefined) return here.includes('>') ? { here, next: here } : { here: '', next: '' }
  const sign = part.number === undefined ? part.bullet : `${Number(part.number) + 1}${part.delimiter ?? ''}`
  const task = part.task === undefined ? '' : '[ ] '
  return { here, next: `${part.quotes ?? ''}${part.indent ?? ''}${sign ?? ''}${part.gap ?? ''}${task}` }
}

const isMarkup = (state: EditorState, position: number): boolean => {
  for (let node = syntaxTree(state).resolveInner(position, -1).node.parent; node; node = node.parent) {
    if (node.name === 'FencedCode' || node.name === 'CodeBlock') return false
    if (node.name === 'ListItem' || node.name === 'Blockquote') return true
  }
  return false
}

/** Enter within a list or quote: continues it on the next line, or ends it on a line with nothing but markup. */
export const continueMarkup: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection
  if (state.readOnly || ranges.length > 1 || !main.empty) return false
  const line = state.doc.lineAt(main.head)
  const { here, next } = markupOf(line.text)
  if (
    next === '' ||
    main.head < line.from + here.length ||
    !isMarkup(state, line.from + here.trimEnd().length)
  )
    return false
  const isEmpty = line.text.length === here.length
  const changes = isEmpty
    ? { from: line.from, to: line.to }
    : { from: main.head, insert: `${state.lineBreak}${next}` }
  const anchor = isEmpty ? line.from : main.head + 1 + next.length
  dispatch(state.update({ changes, selection: { anchor }, scrollIntoView: true, userEvent: 'input' }))
  return true
}
