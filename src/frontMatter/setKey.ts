import { isMap, isScalar, isSeq } from 'yaml'
import type { YAMLMap } from 'yaml'
import { checkKey, checkValue } from './checkText.ts'
import { columnOf, type Edit } from './lines.ts'
import { isFolded, stepOf } from './format.ts'
import { insertKey } from './insertKey.ts'
import { textOf } from './nodes.ts'
import { printFlow, printValue } from './printEntries.ts'
import type { Entry } from './printEntries.ts'
import { replaceList } from './replaceList.ts'
import { replaceByText, replaceValue } from './replaceValue.ts'
import type { Slot } from './replaceValue.ts'
import type { Syntax } from './syntax.ts'
import { afterColon, findPair, valueOf } from './tree.ts'
import type { Found } from './tree.ts'
import type { FrontMatterValue, FileFormat } from './types.ts'

const slotOf = ({ text }: Syntax, { pair, map }: Found): Slot => {
  const { offset, colon } = afterColon(pair)
  const column = columnOf(text, pair.key.range[0])
  return { after: offset, colon, value: valueOf(pair), column, inFlow: map.flow === true }
}

/** Edits that set the value of an existing key. */
export const setValue = (
  syntax: Syntax,
  found: Found,
  key: string[],
  value: FrontMatterValue | Entry[],
  format: FileFormat,
): Edit[] => {
  checkValue(value)
  const slot = slotOf(syntax, found)
  const old = slot.value
  if (!Array.isArray(value)) {
    const previous = old === null ? '' : isScalar(old) ? textOf(old) : undefined
    const isTyped = typeof value !== 'string'
    const text = isTyped ? value.typed : value
    if (text === previous) return []
    return replaceByText(syntax, slot, text, {
      folded: isFolded(format, key),
      isTyped,
      step: stepOf(format, key),
    })
  }
  if (isSeq(old) && isTextList(value)) return replaceList(syntax, old, value, slot.after)
  const printed = slot.inFlow
    ? { head: printFlow(value), lines: [] }
    : printValue(value, { key, column: slot.column, format })
  return replaceValue(syntax, slot, printed)
}

const isTextList = (value: string[] | Entry[]): value is string[] =>
  value.every((item) => typeof item === 'string')

/** Edits that set a key that may be missing, together with the maps around it. */
export const setKey = (
  syntax: Syntax,
  key: string[],
  value: FrontMatterValue,
  format: FileFormat,
): Edit[] => {
  key.forEach(checkKey)
  checkValue(value)
  let map: YAMLMap.Parsed = syntax.root
  for (let depth = 1; depth <= key.length; depth += 1) {
    const path = key.slice(0, depth)
    const found = findPair(syntax.root, path)
    const inner = nested(key.slice(depth), value)
    if (!found) return insertKey(syntax, map, path, inner, format)
    const next = valueOf(found.pair)
    if (depth === key.length || !isMap(next)) return setValue(syntax, found, path, inner, format)
    map = next
  }
  throw new Error('A change names no key.')
}

const nested = (rest: string[], value: FrontMatterValue): FrontMatterValue | Entry[] =>
  rest.reduceRight<FrontMatterValue | Entry[]>((inner, name) => [[name, inner]], value)
