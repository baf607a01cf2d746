import { isTexts } from '../guards.ts'
import type { Codec, Decoded, FieldValue, PresentValue, RelatedValue, RelationOptions } from '../types.ts'
import { isRelated, isRelatedList } from '../values.ts'
import { decodeScalar, unexpectedValue, wrongType } from './decode.ts'

/**
 * A document of another collection, identified by one of its fields. The value is `{ related: { [by]: text } }`, with
 * other fields if the path or the document provides them. Two values are the same if the other fields that both have
 * agree. If they have no other field in common, they are the same if the texts are equal or one is an alias of the other.
 * With `many`, the file contains a list of texts, or a single one, and the value is a list.
 */
export const relation = (options: RelationOptions): Codec => {
  const one = single(options)
  return options.many ? listed(one, options) : one
}

type Related = RelatedValue['related']

const single = (options: RelationOptions): Codec => {
  const related = (value: PresentValue): Related => {
    if (!isRelated(value)) throw unexpectedValue('relation', value)
    return value.related
  }
  return {
    name: 'relation',
    relation: options,
    decode: decodeScalar(`a ${options.by} from '${options.collection}'`, (text) => ({
      value: { related: { [options.by]: text } },
    })),
    encode: (value) => {
      const text = related(value)[options.by]
      return typeof text === 'string' ? text : ''
    },
    same: (first, second) => isSame(related(first), related(second), options),
  }
}

const isSame = (a: Related, b: Related, options: RelationOptions): boolean => {
  const shared = identities(a, b, options)
  if (shared.length > 0) return shared.every((field) => a[field] === b[field])
  const { by } = options
  return (Boolean(a[by]) && a[by] === b[by]) || isAlias(a, b, options) || isAlias(b, a, options)
}

/** Fields that both values have, apart from the spelling in files: a slug from the path identifies better than a title. */
const identities = (a: Related, b: Related, { by, aliases }: RelationOptions): string[] =>
  Object.keys(a).filter(
    (field) => field !== by && field !== aliases && Boolean(a[field]) && Boolean(b[field]),
  )

const isAlias = (a: Related, b: Related, { by, aliases }: RelationOptions): boolean => {
  const [text, others] = [a[by], aliases === undefined ? undefined : b[aliases]]
  return typeof text === 'string' && Array.isArray(others) && others.includes(text)
}

/** A codec for a list of values of another codec. A list of one may be a single text in the file, and stays one. */
export const listed = (one: Codec, options: RelationOptions): Codec => {
  const items = (value: FieldValue): RelatedValue[] => {
    if (!isRelatedList(value)) throw unexpectedValue(one.name, value)
    return value
  }
  return {
    name: one.name,
    relation: { ...options, many: true },
    decode: (node) => {
      if (node.kind === 'map') return wrongType(node, 'a list of texts')
      const nodes = node.kind === 'list' ? node.items : [node]
      const decoded = nodes.map((item): Decoded => one.decode(item))
      const findings = decoded.flatMap((item) => item.findings ?? [])
      // An incomplete list would be taken for the complete one.
      if (findings.length > 0) return { value: undefined, findings }
      return { value: decoded.flatMap(({ value }) => (value !== undefined && isRelated(value) ? value : [])) }
    },
    encode: (value, before) => {
      const texts = items(value).map((item) => one.encode(item))
      const [only] = texts
      if (texts.length === 1 && before?.kind === 'scalar' && only !== undefined) return only
      if (!isTexts(texts)) throw unexpectedValue(one.name, value)
      return texts
    },
    same: (first, second) => {
      const [a, b] = [items(first), items(second)]
      return (
        a.length === b.length && a.every((item, at) => one.same?.(item, b[at] ?? { related: {} }) ?? false)
      )
    },
  }
}
