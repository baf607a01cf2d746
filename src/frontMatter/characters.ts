import type { Fault } from './fault.ts'

// C0 without tab and line breaks. DEL and C1 are odd but harmless, and YAML readers take them.
const control = /[^\P{Cc}\t\n\r\u007f-\u009f]/u
const loneSurrogate = /\p{Surrogate}/u

/** Says where and how a text holds a character that no file may have; `undefined` for a clean text. */
export const badCharacter = (text: string): Fault | undefined => {
  const found = control.exec(text)
  if (found) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return {
      offset: found.index,
      code: 'control-character',
      message: `The text holds the control character U+${code}.`,
      remedy:
        'Remove the character; if a backslash was meant, as in LaTeX, do not write it in double quotes.',
    }
  }
  const half = loneSurrogate.exec(text)
  if (!half) return undefined
  return {
    offset: half.index,
    code: 'invalid-utf8',
    message: 'The text holds half of a surrogate pair, which UTF-8 cannot carry.',
    remedy: 'Replace the broken character.',
  }
}
