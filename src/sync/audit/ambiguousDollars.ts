import { dollarFindings } from '../../mapping/index.ts'
import type { Check } from './check.ts'

/** Dollars in answers that could delimit a formula or precede an amount of money, each at its position in the file. */
export const ambiguousDollars: Check = ({ mapping, record, frontMatter }) =>
  dollarFindings(mapping, record, frontMatter)
