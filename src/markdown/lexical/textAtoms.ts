import type { Atom, Mark } from './atoms.ts'
import { textFormat } from './nodes.ts'

/** The atoms of a text with these bits: white space at the ends of its lines stands alone, since no mark ends there. */
export const textAtoms = (text: string, bits: number, marks: Mark[], isHinted: boolean): Atom[] => {
  if ((bits & textFormat.code) > 0) {
    const value = text.replaceAll(/[\r\n]+/g, ' ')
    return value === '' ? [] : [{ node: { type: 'inlineCode', value }, marks, isHinted, isSpace: false }]
  }
  return text.split(/(\r\n|\r|\n|(?<=^|[\r\n])[ \t]+|[ \t]+(?=$|[\r\n]))/).flatMap((part) => {
    if (part === '') return []
    const isSpace = /^[ \t\r\n]+$/.test(part)
    const value = isSpace && /[\r\n]/.test(part) ? '\n' : part
    return [{ node: { type: 'text', value }, marks, isHinted, isSpace }]
  })
}
