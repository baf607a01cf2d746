import { isCollection, isScalar } from 'yaml'
import type { ParsedNode, Scalar } from 'yaml'
import { canEndBlock, type Edit, joinLines, lineStart, nextLine } from './lines.ts'
import { keepWords, type ScalarSource } from './keepWords.ts'
import { styleOf, textOf } from './nodes.ts'
import { printScalar } from './scalarText.ts'
import type { Printed } from './scalarText.ts'
import type { Syntax } from './syntax.ts'
import { endOf } from './tree.ts'
import type { ScalarStyle } from './types.ts'

/** The position of a value: after a colon or a dash, with the current value. */
export type Slot = {
  /** Offset right after the colon or dash. */
  after: number
  /** False for a key in braces that has no colon yet. */
  colon: boolean
  value: ParsedNode | null
  /** Column of the key or dash. */
  column: number
  inFlow: boolean
}

/** Edits that put a printed value in place of the one in the slot. Comments on its line stay. */
export const replaceValue = ({ text, eol }: Syntax, slot: Slot, { head, lines }: Printed): Edit[] => {
  const { value, after } = slot
  const below = joinLines(lines, eol)
  const inserted = { start: after, end: after, text: head && `${slot.colon ? '' : ':'} ${head}` }
  const linesAt = (offset: number): Edit[] => {
    const start = nextLine(text, offset)
    return below ? [{ start, end: start, text: below }] : []
  }
  if (!value) return [inserted, ...linesAt(after)]
  const block = blockOf(value)
  if (block) {
    const { header, start, end } = block
    return [
      { start: header.start, end: header.end, text: head },
      { start, end, text: below },
    ]
  }
  if (isCollection(value) && !value.flow) {
    return [
      inserted,
      { start: lineStart(text, value.range[0]), end: nextLine(text, endOf(value)), text: below },
    ]
  }
  const [start, end] = value.range
  return [{ start: head ? start : Math.max(after, lineStart(text, start)), end, text: head }, ...linesAt(end)]
}

/** Edits that set a slot to a text, in the current style if it can express the text. */
export const replaceByText = (
  syntax: Syntax,
  slot: Slot,
  value: string,
  { folded, isTyped = false, step }: { folded: boolean; isTyped?: boolean; step: number },
): Edit[] => {
  const { text } = syntax
  const old = isScalar(slot.value) ? slot.value : null
  const block = slot.value && blockOf(slot.value)
  const source = block ? text.slice(block.start, block.end) : ''
  const existingIndent = block?.indicator
    ? slot.column + Number(block.indicator)
    : /^[ ]*(?=[^ \r\n])/m.exec(source)?.[0].length
  const indent = existingIndent ?? slot.column + step
  const wrapped = old ? wrappedSource(syntax, slot, old, indent) : undefined
  const kept = wrapped && old ? keepWords(wrapped, textOf(old), value) : undefined
  if (wrapped && kept !== undefined) return [{ start: wrapped.start, end: wrapped.end, text: kept }]
  const end = slot.value ? endOf(slot.value) : slot.after
  const canFold = canEndBlock(text, block ? block.end : nextLine(text, end), indent)
  const blockStyles: ScalarStyle[] = folded ? ['folded', 'literal'] : ['literal']
  const own: ScalarStyle[] = old ? [styleOf(old)] : folded ? [] : ['plain']
  const wanted: ScalarStyle[] = [
    ...own,
    ...blockStyles.filter((style) => style === 'folded' || value.includes('\n')),
    'single',
  ]
  const isBlock = (style: ScalarStyle): boolean => style === 'folded' || style === 'literal'
  const isBlockCollection = isCollection(slot.value) && !slot.value.flow
  const printed = printScalar(value, {
    styles: canFold && !isBlockCollection ? wanted : wanted.filter((style) => !isBlock(style)),
    indent,
    inFlow: slot.inFlow,
    ...(old?.type === 'PLAIN' && { before: textOf(old) }),
    isTyped,
    ...(block?.indicator && { indicator: block.indicator }),
    keeps: block?.keeps ?? false,
  })
  return replaceValue(syntax, slot, printed)
}

/** The source of a scalar in one of the styles that fold lines. */
const wrappedSource = (
  { text, eol }: Syntax,
  { inFlow, value }: Slot,
  old: Scalar.Parsed,
  indent: number,
): ScalarSource | undefined => {
  const style = styleOf(old)
  const margin = ' '.repeat(indent)
  const common = { text, lineBreak: eol + margin, inFlow }
  const block = value && blockOf(value)
  if (style === 'literal') return undefined
  if (!block) {
    const [start, end] = old.range
    const quote = style === 'plain' ? '' : text.charAt(start)
    const { length } = quote
    return { ...common, style, start: start + length, end: end - length, opening: quote, closing: quote }
  }
  const header = text.slice(block.header.start, block.header.end)
  const opening = `${header}\n${margin}`
  return { ...common, style, start: block.start + indent, end: block.end, opening, closing: '' }
}

type Block = {
  header: { start: number; end: number }
  indicator: string | undefined
  keeps: boolean
  /** Range of its lines; empty if they are blank and not kept. */
  start: number
  end: number
}

const blockOf = (value: ParsedNode): Block | undefined => {
  const token = value.srcToken
  if (token?.type !== 'block-scalar') return undefined
  const header = token.props.find((prop) => prop.type === 'block-scalar-header')
  const last = token.props.at(-1)
  if (!header || !last || !('source' in header) || !('source' in last)) return undefined
  const keeps = header.source.includes('+')
  const start = last.offset + last.source.length
  return {
    header: { start: header.offset, end: header.offset + header.source.length },
    indicator: /[1-9]/.exec(header.source)?.[0],
    keeps,
    start,
    end: keeps || token.source.trim() !== '' ? start + token.source.length : start,
  }
}
