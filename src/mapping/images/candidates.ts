/** A text that may be an address, and its offset in the text that contains it. */
export type Candidate = { address: string; offset: number }

// Signs that end an address, unless they are part of it.
const mayEnd = /[)\]'?#,;:!.*_]/g

/**
 * The texts that begin with `start` and may be addresses, in order: of `![x](/images/a(1).png)`, both `/images/a(1` and
 * `/images/a(1).png`. The text can be of any format, since it is not parsed; addresses broken over lines are not found.
 */
export const candidatesIn = (text: string, start: string): Candidate[] => {
  const found: Candidate[] = []
  for (let offset = text.indexOf(start); offset >= 0; offset = text.indexOf(start, offset + 1)) {
    const end = text[offset - 1] === '<' ? /[>\n]/g : /[\s"<>\\`]/g
    end.lastIndex = offset
    const run = text.slice(offset, end.exec(text)?.index)
    const cuts = [...run.matchAll(mayEnd)].map(({ index }) => index).filter((at) => at > start.length)
    for (const at of [...cuts, run.length]) found.push({ address: run.slice(0, at), offset })
  }
  return found
}
