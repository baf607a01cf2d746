import type { PhrasingContent } from 'mdast'

import type { Atom, Mark } from './atoms.ts'

const isSame = (a: Mark, b: Mark): boolean => a.kind === b.kind && a.marker === b.marker

const hasMark = (atom: Atom, mark: Mark): boolean =>
  atom.isHinted
    ? atom.marks.some((other) => isSame(other, mark))
    : atom.marks.some(({ kind }) => kind === mark.kind)

const runLength = (atoms: Atom[], from: number, mark: Mark): number => {
  let end = from
  for (let at = from; at < atoms.length; at += 1) {
    const atom = atoms[at]
    if (!atom || !hasMark(atom, mark)) break
    if (!atom.isSpace) end = at + 1
  }
  return end - from
}

/** The mark to open at an atom: what its source opened first, or the one that goes on longest. */
const outermost = (atoms: Atom[], from: number): { mark: Mark; length: number } | undefined => {
  const atom = atoms[from]
  if (!atom) return undefined
  const candidates = (atom.isHinted ? atom.marks.slice(0, 1) : atom.marks).map((mark) => ({
    mark,
    length: runLength(atoms, from, mark),
  }))
  return candidates.reduce<(typeof candidates)[0] | undefined>(
    (best, next) => (best && best.length >= next.length ? best : next),
    undefined,
  )
}

const without = (atom: Atom, mark: Mark): Atom => {
  const index = atom.marks.findIndex(({ kind }) => kind === mark.kind)
  return index < 0 ? atom : { ...atom, marks: atom.marks.toSpliced(index, 1) }
}

const wrap = ({ kind, marker }: Mark, children: PhrasingContent[]): PhrasingContent => {
  if (kind === 'delete') return { type: kind, children, data: { marker: marker === '~' ? '~' : '~~' } }
  return { type: kind, children, data: { marker: marker.startsWith('_') ? '_' : '*' } }
}

const append = (nodes: PhrasingContent[], node: PhrasingContent): void => {
  const last = nodes.at(-1)
  if (last?.type === 'text' && node.type === 'text')
    nodes.splice(-1, 1, { type: 'text', value: last.value + node.value })
  else nodes.push(node)
}

/** Nests inline nodes in emphasis, strong and strikethrough, with as few marks as it takes. */
export const group = (atoms: Atom[]): PhrasingContent[] => {
  const nodes: PhrasingContent[] = []
  let at = 0
  while (at < atoms.length) {
    const atom = atoms[at]
    const open = atom?.isSpace === true ? undefined : outermost(atoms, at)
    if (open) {
      const inner = atoms.slice(at, at + open.length).map((each) => without(each, open.mark))
      nodes.push(wrap(open.mark, group(inner)))
      at += open.length
    } else {
      if (atom) append(nodes, atom.node)
      at += 1
    }
  }
  return nodes
}
