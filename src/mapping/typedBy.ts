import type { FrontMatterValue } from '../frontMatter/types.ts'
import type { Codec } from './types.ts'

/** What a codec has printed, as front matter takes it: a number, a date and a yes or no go without quotes. */
export const typedBy = ({ typed = false }: Codec, printed: string | string[]): FrontMatterValue =>
  typed && typeof printed === 'string' ? { typed: printed } : printed
