import { badCharacter } from './fault.ts'
import { forbiddenKeys } from './nodes.ts'
import type { Entry } from './printEntries.ts'
import type { FrontMatterValue } from './types.ts'

/** Throws if a text contains what no file can: a control character or half of a surrogate pair. */
export const checkText = (text: string): void => {
  const bad = badCharacter(text)
  if (bad) throw new Error(`Cannot write the text ${JSON.stringify(text.slice(0, 80))}. ${bad.message}`)
}

/** Throws if a key cannot be written, because of its characters or because readers would reject it. */
export const checkKey = (key: string): void => {
  checkText(key)
  if (forbiddenKeys.has(key))
    throw new Error(`Cannot write the key \`${key}\`: it is not allowed in front matter.`)
}

/** Throws if a value or anything in it cannot be written. */
export const checkValue = (value: FrontMatterValue | Entry[]): void => {
  if (typeof value === 'string') return checkText(value)
  if ('typed' in value) return checkText(value.typed)
  for (const item of value) {
    if (typeof item === 'string') {
      checkText(item)
      continue
    }
    checkKey(item[0])
    checkValue(item[1])
  }
}
