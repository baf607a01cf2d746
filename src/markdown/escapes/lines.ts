/**
 * The form with real line breaks, in which backslash-n means just these two characters.
 * It is recognised by its line breaks, so a text of a single line is written with one more at its end, as a
 * YAML block scalar ends with one anyway. That makes every text writable: the two functions are inverse.
 */
export const lines = {
  /** Raw text with at least one line break to the text it means. */
  decode: (raw: string): string => (/^[^\n]*\n+$/.test(raw) ? raw.slice(0, -1) : raw),
  /** Any text to a raw text with at least one line break. */
  encode: (text: string): string => (/^[^\n]*\n*$/.test(text) ? `${text}\n` : text),
}
