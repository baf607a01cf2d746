import { LineCounter } from 'yaml'
import type { Finding, ProblemCode } from '../problems/problems.ts'

/** A finding as the reader meets it: with an offset into the file instead of a line and column. */
export type Fault = { offset: number; code: ProblemCode; message: string; remedy: string }

/** Gives a function that turns offsets into `text` to lines and columns, both from 1. */
export const locator = (text: string): ((offset: number) => { line: number; column: number }) => {
  const counter = new LineCounter()
  counter.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1)
  return (offset) => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col }
  }
}

/** Gives faults their line and column: each an error. */
export const findingsOf = (text: string, faults: Fault[]): Finding[] => {
  const locate = locator(text)
  return faults.map(({ offset, code, message, remedy }) => ({
    severity: 'error',
    ...locate(offset),
    code,
    message,
    remedy,
  }))
}
