import { dollarFindings } from '../../mapping/index.ts'
import type { Check } from './check.ts'

/** Dollars of answers that could be those of a formula or of a sum of money, each at its place in the file. */
export const ambiguousDollars: Check = ({ mapping, record, frontMatter }) =>
  dollarFindings(mapping, record, frontMatter)
