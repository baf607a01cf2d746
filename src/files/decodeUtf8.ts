/** A decoded text, or where the first sequence of bytes that is not UTF-8 begins: line and column from 1. */
export type Decoded = { ok: true; text: string } | { ok: false; line: number; column: number }

/** Decodes bytes as UTF-8, strictly, and keeps a byte order mark as a character. */
export const decodeUtf8 = (bytes: Uint8Array): Decoded => {
  const text = decode(bytes, false)
  if (text !== undefined) return { ok: true, text }
  const lines = textBeforeFault(bytes).split('\n')
  return { ok: false, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

const decode = (bytes: Uint8Array, mayEndInsideCharacter: boolean): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: mayEndInsideCharacter,
    })
  } catch {
    return undefined
  }
}

/** Searches by halves for the longest beginning that could still go on as valid UTF-8. */
const textBeforeFault = (bytes: Uint8Array): string => {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (decode(bytes.subarray(0, middle), true) === undefined) bad = middle
    else good = middle
  }
  return decode(bytes.subarray(0, good), true) ?? ''
}
