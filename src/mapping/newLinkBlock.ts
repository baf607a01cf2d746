import type { TypedValue } from '../frontMatter/types.ts'
import { bindings } from './bindings.ts'
import type { Link, LinksBinding, Mapping } from './types.ts'

type LinkValue = string | TypedValue

/** The keys of a new block in house order; empty ones are left out. A value is typed where the field's own key is. */
export const newLinkBlock = (
  mapping: Mapping,
  binding: LinksBinding,
  link: Link,
): [key: string, value: LinkValue][] =>
  Object.entries(binding.block).flatMap(([key, field]): [string, LinkValue][] => {
    const text = key === binding.key ? link.url : (link.values[key] ?? '')
    if (text === '') return []
    const isTyped = bindings(mapping).byField.get(field)?.codec.typed ?? false
    return [[key, isTyped ? { typed: text } : text]]
  })
