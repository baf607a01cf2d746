import { isRelated } from '../values.ts'
import type { Codec, PresentValue, RelatedValue, RelationOptions } from '../types.ts'
import { decodeScalar, unexpectedValue } from './decode.ts'

type Related = RelatedValue['related']

/** Fields that both name, apart from the spelling in files: a slug from the path identifies better than a title. */
const identities = (a: Related, b: Related, { by, aliases }: RelationOptions): string[] =>
  Object.keys(a).filter(
    (field) => field !== by && field !== aliases && Boolean(a[field]) && Boolean(b[field]),
  )

const isAlias = (a: Related, b: Related, { by, aliases }: RelationOptions): boolean => {
  const [text, others] = [a[by], aliases === undefined ? undefined : b[aliases]]
  return typeof text === 'string' && Array.isArray(others) && others.includes(text)
}

/**
 * A document of another collection, named by one of its fields. The value is `{ related: { [by]: text } }`, with
 * other fields where the path or the document tells them. Two values are the same when the other fields that
 * both have agree; where they have none in common, when the texts are equal or one is an alias of the other.
 */
export const relation = (options: RelationOptions): Codec => {
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
    same: (first, second) => {
      const [a, b] = [related(first), related(second)]
      const shared = identities(a, b, options)
      if (shared.length > 0) return shared.every((field) => a[field] === b[field])
      const { by } = options
      return (Boolean(a[by]) && a[by] === b[by]) || isAlias(a, b, options) || isAlias(b, a, options)
    },
  }
}
