import type { Check } from './check.ts'

/** Escapes of answers that could be read in two ways, each at its place in the file. */
export const ambiguousEscapes: Check = ({ findings }) =>
  findings.filter(({ code }) => code === 'ambiguous-escape')
