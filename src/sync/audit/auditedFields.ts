import type { Payload } from 'payload'

import { collectionOf } from '../../documents/documents.ts'
import { nodeAt } from '../../frontMatter/parse.ts'
import { bindings, type ValueBinding } from '../../mapping/bindings.ts'
import { bodyNode } from '../../mapping/body.ts'
import type { Mapping } from '../../mapping/types.ts'
import { shownValue } from '../../mapping/values.ts'
import type { AuditedFile } from './check.ts'

/** A text of a file, and where it begins. Without a text, the place is where its key would be. */
export type AuditedText = { text: string; line: number; column: number }

/** The fields that an audit understands, as far as a mapping has them. */
export type AuditedFields = {
  /** The field that names a document. */
  title: ValueBinding | undefined
  /** The fields that hold Markdown. */
  markdown: readonly ValueBinding[]
  /** Title and description in search results: the fields `title` and `description` of a group `seo` or `meta`. */
  metaTitle: ValueBinding | undefined
  metaDescription: ValueBinding | undefined
}

/** Finds these fields in a mapping. */
export const auditedFields = (payload: Payload, mapping: Mapping): AuditedFields => {
  const { body, byField } = bindings(mapping)
  const { useAsTitle } = payload.collections[collectionOf(payload, mapping.collection)].config.admin
  const meta = (name: string): ValueBinding | undefined =>
    byField.get(`seo.${name}`) ?? byField.get(`meta.${name}`)
  return {
    title: useAsTitle === undefined ? undefined : byField.get(useAsTitle),
    markdown: [...byField.values()].filter(
      (binding) => binding === body || binding.codec.isMarkdown === true,
    ),
    metaTitle: meta('title'),
    metaDescription: meta('description'),
  }
}

/** The text of a field in a file; empty if the file has none. */
export const auditedText = ({ frontMatter, record }: AuditedFile, binding: ValueBinding): AuditedText => {
  const value = shownValue(binding, record)
  const node = binding.key.length === 0 ? bodyNode(frontMatter) : nodeAt(frontMatter, binding.key)
  return { text: typeof value === 'string' ? value : '', line: node?.line ?? 1, column: node?.column ?? 1 }
}
