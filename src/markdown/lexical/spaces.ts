import type { Atom } from './atoms.ts'

const isBreak = ({ node }: Atom): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value === '\n')

const isSoft = ({ node }: Atom): boolean => node.type === 'text' && node.value === '\n'

/**
 * Takes away what Markdown has no place for: white space and breaks at the ends of a block, white space around a
 * break, and a soft break next to another break.
 */
export const withoutEdgeSpace = (atoms: Atom[]): Atom[] => {
  const kept: Atom[] = []
  let spaces: Atom[] = []
  for (const atom of atoms) {
    if (atom.isSpace) {
      spaces.push(atom)
      continue
    }
    const breaks = spaces.filter(isBreak)
    const hard = breaks.filter((space) => !isSoft(space))
    const between = breaks.length === 0 ? spaces : hard.length === 0 ? breaks.slice(0, 1) : hard
    if (kept.length > 0) kept.push(...between)
    kept.push(atom)
    spaces = []
  }
  return kept
}
