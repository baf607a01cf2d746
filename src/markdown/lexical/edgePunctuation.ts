import type { Atom, Mark, MarkKind } from './atoms.ts'

// As CommonMark has it, and as micromark reads it: by UTF-16 units.
const sign = String.raw`(?![\u{10000}-\u{10FFFF}])[\p{P}\p{S}]`
const leading = new RegExp(`^(?:${sign})(?:\\s|${sign})*`, 'u')
const trailing = new RegExp(`(?:\\s|${sign})*(?:${sign})$`, 'u')

const textIn = ({ node }: Atom): string => (node.type === 'text' ? node.value : '')

/** Whether what is printed for an atom begins, or ends, with what is neither blank nor punctuation. */
const isWordAt = (atom: Atom | undefined, edge: 'first' | 'last'): boolean => {
  if (!atom || atom.isSpace) return false
  if (atom.node.type === 'link') return atom.node.data?.style === 'bare'
  const character = textIn(atom).at(edge === 'first' ? 0 : -1)
  return character !== undefined && !/[\s\p{P}\p{S}]/u.test(character)
}

const kindsNotIn = (atom: Atom, other: Atom): MarkKind[] =>
  atom.marks.map(({ kind }) => kind).filter((kind) => !other.marks.some((mark) => mark.kind === kind))

const piece = (atom: Atom, value: string, marks: Mark[]): Atom[] =>
  value === '' ? [] : [{ ...atom, node: { type: 'text', value }, marks }]

/** The atom with the punctuation at one of its edges out of those marks that begin or end there. */
const split = (atom: Atom, neighbour: Atom | undefined, edge: 'first' | 'last'): Atom[] => {
  if (!neighbour || atom.node.type !== 'text' || !isWordAt(neighbour, edge === 'first' ? 'last' : 'first'))
    return [atom]
  const kinds = kindsNotIn(atom, neighbour)
  // A mark of the neighbour's that stands between the two is punctuation itself.
  if (kinds.length === 0 || kindsNotIn(neighbour, atom).length > 0) return [atom]
  const { value } = atom.node
  const outer = (edge === 'first' ? leading : trailing).exec(value)?.[0] ?? ''
  if (outer === '') return [atom]
  const marks = atom.marks.filter(({ kind }) => !kinds.includes(kind))
  return edge === 'first'
    ? [...piece(atom, outer, marks), ...piece(atom, value.slice(outer.length), atom.marks)]
    : [...piece(atom, value.slice(0, -outer.length), atom.marks), ...piece(atom, outer, marks)]
}

/**
 * Takes punctuation at the edges of bold and the like out of it where a word follows or goes before without a blank:
 * `**Note:**this` is not bold to Markdown, and `**Note**:this` is.
 */
export const withoutEdgePunctuation = (atoms: Atom[]): Atom[] => {
  const opened = atoms.flatMap((atom, index) => split(atom, atoms[index - 1], 'first'))
  return opened.flatMap((atom, index) => split(atom, opened[index + 1], 'last'))
}
