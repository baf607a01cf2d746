import { checkText, checkValue } from './checkText.ts'
import { columnOf, type Edit } from './lines.ts'
import { insertLines } from './insertKey.ts'
import { printEntries, printKey } from './printEntries.ts'
import { emptied, removePair } from './removeKey.ts'
import type { Syntax } from './syntax.ts'
import { keyOf, linesOf } from './tree.ts'
import type { ParsedPair } from './tree.ts'
import type { FileFormat, NumberedBlock } from './types.ts'

type ExistingBlock = { number: number; pair: ParsedPair; start: number; end: number }

/**
 * Edits that set the blocks of a numbered series, numbered from 1. Kept blocks keep their lines except for the number;
 * if their order changes, they are reordered. Throws if a block to keep does not exist.
 */
export const setBlocks = (
  syntax: Syntax,
  prefix: string,
  blocks: NumberedBlock[],
  format: FileFormat,
): Edit[] => {
  const { text, root } = syntax
  const existing = existingBlocks(syntax, prefix)
  const find = (number: number): ExistingBlock => {
    const found = existing.find((block) => block.number === number)
    if (!found) throw new Error(`There is no block \`${prefix}${number}\` to keep.`)
    return found
  }
  const column = root.items[0] ? columnOf(text, root.items[0].key.range[0]) : 0
  const print = (block: NumberedBlock, index: number): string => {
    if ('keep' in block) return renumbered(syntax, find(block.keep), prefix, index + 1)
    checkValue(block.entries)
    const lines = printEntries([[`${prefix}${index + 1}`, block.entries]], { key: [], column, format })
    return lines.map((line) => line + syntax.eol).join('')
  }
  checkText(prefix)
  const printed = blocks.map(print)
  if (existing.length === 0) {
    const lines = printed.join('').split(syntax.eol).slice(0, -1)
    return lines.length > 0 ? [insertLines(syntax, root, lines)] : []
  }
  const kept = blocks.flatMap((block) => ('keep' in block ? [block.keep] : []))
  const rises = kept.every((number, index) => index === 0 || number > (kept[index - 1] ?? 0))
  const texts = rises ? inPlace(blocks, printed, existing) : reordered(printed, existing)
  if (blocks.length === 0 && existing.length === root.items.length) return emptiedSeries(syntax, existing)
  return existing.flatMap((block, index) => {
    const replaced = texts[index]
    if (replaced === '') return [removePair(syntax, root, block.pair)]
    if (replaced === undefined || replaced === text.slice(block.start, block.end)) return []
    return [{ start: block.start, end: block.end, text: replaced }]
  })
}

/** Blocks of the series in the order of the file. */
const existingBlocks = ({ text, root }: Syntax, prefix: string): ExistingBlock[] =>
  root.items.flatMap((pair) => {
    const key = keyOf(pair)
    const digits = key.slice(prefix.length)
    if (!key.startsWith(prefix) || !/^[1-9]\d*$/.test(digits)) return []
    const { start, end } = linesOf(text, pair)
    return [{ number: Number(digits), pair, start, end }]
  })

const renumbered = (
  { text }: Syntax,
  { pair, start, end, number }: ExistingBlock,
  prefix: string,
  to: number,
): string => {
  const [from, until] = pair.key.range
  const source = text.slice(from, until)
  const key = source.replace(`${prefix}${number}`, () => `${prefix}${to}`)
  // The number of a key that is written with escapes cannot be replaced.
  const written = key === source && number !== to ? printKey(`${prefix}${to}`) : key
  return text.slice(start, from) + written + text.slice(until, end)
}

/** The text at the place of each block if kept blocks stay where they are; new ones follow the one before them. */
const inPlace = (blocks: NumberedBlock[], printed: string[], existing: ExistingBlock[]): string[] => {
  const texts = existing.map(() => '')
  let leading = ''
  let at = -1
  for (const [index, block] of blocks.entries()) {
    const added = printed[index] ?? ''
    if ('keep' in block) {
      at = existing.findIndex(({ number }) => number === block.keep)
      texts[at] = leading + added
      leading = ''
    } else if (at < 0) leading += added
    else {
      const place = isLast(blocks, index) ? lastKept(texts) : at
      texts[place] = (texts[place] ?? '') + added
    }
  }
  // If none was kept, the new ones replace the first.
  if (leading) texts[0] = leading
  return texts
}

const isLast = (blocks: NumberedBlock[], index: number): boolean =>
  blocks.slice(index).every((block) => !('keep' in block))

const lastKept = (texts: string[]): number => texts.findLastIndex((text) => text !== '')

/** The text at the place of each block if they are written in a new order. */
const reordered = (printed: string[], existing: ExistingBlock[]): string[] =>
  existing.map((_, index) =>
    index === existing.length - 1 ? printed.slice(index).join('') : (printed[index] ?? ''),
  )

const emptiedSeries = (syntax: Syntax, existing: ExistingBlock[]): Edit[] =>
  existing.map(({ pair, start, end }, index) =>
    index === 0 ? emptied(syntax, pair) : { start, end, text: '' },
  )
