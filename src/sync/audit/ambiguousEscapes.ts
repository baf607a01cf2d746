import type { Check } from './check.ts'

/** Escapes in answers that could be read in two ways, each at its position in the file. */
export const ambiguousEscapes: Check = ({ findings }) =>
  findings.filter(({ code }) => code === 'ambiguous-escape')
