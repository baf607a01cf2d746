import { codeStrings } from './codeStrings.ts'
import { latexCommands } from './latexCommands.ts'
import { regions, type Region } from './regions.ts'

/** What a single backslash-n means. */
export type Decision = {
  /** Offset of its backslash in the raw text. */
  index: number
  /** Whether it is a line break. If not, it is the two literal characters. */
  isLineBreak: boolean
  /** Whether the context is ambiguous. */
  isAmbiguous: boolean
}

/** What remains of a command if its backslash-n is a line break, and what a line may well begin with. */
const lineStarts = new Set(['u', 'e', 'i', 'less', 'mid', 'exists', 'parallel', 'sim'])

const commandAt = (raw: string, index: number): string | undefined => {
  const name = /^[A-Za-z]+/.exec(raw.slice(index + 1, index + 24))?.[0]
  return name !== undefined && latexCommands.has(name) ? name : undefined
}

const inText = (raw: string, index: number): Decision => {
  const quoted = /(?:^|[\s(])(["'])$/.exec(raw.slice(Math.max(0, index - 2), index))?.[1]
  if (quoted !== undefined && raw[index + 2] === quoted)
    return { index, isLineBreak: false, isAmbiguous: true }
  const name = commandAt(raw, index)
  if (name === undefined) return { index, isLineBreak: true, isAmbiguous: false }
  const rest = name.slice(1)
  if (!lineStarts.has(rest)) return { index, isLineBreak: false, isAmbiguous: true }
  const isLabel = /^[).:]/.test(raw.slice(index + 1 + name.length))
  return { index, isLineBreak: true, isAmbiguous: rest.length === 1 && !isLabel }
}

const inMath = (raw: string, index: number, region: Region): Decision => {
  const name = commandAt(raw, index)
  if (name === undefined) return { index, isLineBreak: true, isAmbiguous: false }
  const isShort = lineStarts.has(name.slice(1)) && name.length === 2
  if (!isShort) return { index, isLineBreak: false, isAmbiguous: false }
  const before = raw.slice(region.start, index)
  if (/\\\\[ \t]*$/.test(before)) return { index, isLineBreak: true, isAmbiguous: true }
  const isFirst = region.kind === 'displayMath' && before.trim() === ''
  if (!isFirst || index + 1 + name.length === region.end)
    return { index, isLineBreak: false, isAmbiguous: false }
  // No formula begins with a relation; and a formula that ends with a line break also begins with one.
  const isLineBreak = name !== 'nu' || /\\n[ \t]*$/.test(raw.slice(region.start, region.end))
  return { index, isLineBreak, isAmbiguous: true }
}

function* textDecisions(raw: string, start: number, end: number): Generator<Decision> {
  for (let at = raw.indexOf('\\n', start); at >= 0 && at < end; at = raw.indexOf('\\n', at + 2))
    yield inText(raw, at)
}

function* mathDecisions(raw: string, region: Region): Generator<Decision> {
  let at = region.start
  while ((at = raw.indexOf('\\', at)) >= 0 && at < region.end) {
    // Two backslashes end a row; an n after them is a variable.
    if (raw[at + 1] === '\\' && raw[at + 2] === 'n')
      yield { index: at + 1, isLineBreak: false, isAmbiguous: true }
    if (raw[at + 1] === 'n') yield inMath(raw, at, region)
    at += 2
  }
}

function* fenceDecisions(raw: string, region: Region): Generator<Decision> {
  const strings = codeStrings(raw, region.start, region.end)
  let next = 0
  for (
    let at = raw.indexOf('\\n', region.start);
    at >= 0 && at < region.end;
    at = raw.indexOf('\\n', at + 2)
  ) {
    while ((strings[next]?.[1] ?? Infinity) < at) next += 1
    yield { index: at, isLineBreak: at < (strings[next]?.[0] ?? Infinity), isAmbiguous: false }
  }
}

function* codeSpanDecisions(raw: string, region: Region): Generator<Decision> {
  for (let at = raw.indexOf('\\n', region.start); at >= 0 && at < region.end; at = raw.indexOf('\\n', at + 2))
    yield { index: at, isLineBreak: false, isAmbiguous: false }
}

const regionDecisions = (raw: string, region: Region): Generator<Decision> => {
  if (region.kind === 'fence') return fenceDecisions(raw, region)
  if (region.kind === 'codeSpan') return codeSpanDecisions(raw, region)
  return mathDecisions(raw, region)
}

/** Decides for each backslash-n of a raw text, in order, whether it is a line break. */
export function* decisions(raw: string): Generator<Decision> {
  let at = 0
  for (const region of regions(raw)) {
    yield* textDecisions(raw, at, region.start)
    yield* regionDecisions(raw, region)
    at = region.end
  }
  yield* textDecisions(raw, at, raw.length)
}
