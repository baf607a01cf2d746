import { documentValue } from './documentValue.ts'
import { textOf } from './textOf.ts'
import type { Link, LinksBinding } from './types.ts'

/** The link to a populated document; `undefined` for one that is not there, or has no url yet. */
export const linkTo = (binding: LinksBinding, target: unknown): Link | undefined => {
  const values = Object.fromEntries(
    Object.entries(binding.block).map(([key, field]) => [key, textOf(documentValue(target, field))]),
  )
  const url = values[binding.key] ?? ''
  return url === '' ? undefined : { url, values, line: 0 }
}
