import { text } from './codecs/text.ts'
import type { Binding, Codec, Mapping } from './types.ts'

/** A key that shows a field's value, with all defaults of the mapping filled in. */
export type ValueBinding = {
  kind: 'value'
  /** Path of the key from the top of the front matter; empty for the body. */
  key: string[]
  field: string
  codec: Codec
  default: string | number | boolean | undefined
  fallback: string | undefined
  required: boolean
}

export type TemplateBinding = { kind: 'template'; key: string[]; template: string; field: string | undefined }
export type ConstantBinding = { kind: 'constant'; key: string[]; constant: string }

export type Bindings = {
  values: ValueBinding[]
  templates: TemplateBinding[]
  constants: ConstantBinding[]
  /** The binding of the body. */
  body: ValueBinding | undefined
  /** All value bindings by field, including that of the body. */
  byField: Map<string, ValueBinding>
}

const complete = (key: string[], binding: Binding): ValueBinding | TemplateBinding | ConstantBinding => {
  if (typeof binding === 'string') return complete(key, { field: binding })
  if ('template' in binding)
    return { kind: 'template', key, template: binding.template, field: binding.field }
  if ('constant' in binding) return { kind: 'constant', key, constant: binding.constant }
  return {
    kind: 'value',
    key,
    field: binding.field,
    codec: binding.codec ?? text,
    default: binding.default,
    fallback: binding.fallback,
    required: binding.required ?? false,
  }
}

const completeBody = (mapping: Mapping): ValueBinding | undefined => {
  if (mapping.body === undefined) return undefined
  const body = complete([], mapping.body)
  if (body.kind === 'value') return body
  throw new TypeError(
    `The mapping of '${mapping.collection}' binds the body to a ${body.kind}; name a field.`,
  )
}

const completeAll = (mapping: Mapping): Bindings => {
  const all = Object.entries(mapping.frontMatter).map(([key, binding]) => complete(key.split('.'), binding))
  const values = all.filter((binding) => binding.kind === 'value')
  const body = completeBody(mapping)
  const fields = body ? [...values, body] : values
  const byField = new Map(fields.map((binding) => [binding.field, binding]))
  if (byField.size < fields.length)
    throw new TypeError(
      `The mapping of '${mapping.collection}' binds a field twice; use a fallback for the second.`,
    )
  return {
    values,
    templates: all.filter((binding) => binding.kind === 'template'),
    constants: all.filter((binding) => binding.kind === 'constant'),
    body,
    byField,
  }
}

const completed = new WeakMap<Mapping, Bindings>()

/** The bindings of a mapping with all defaults filled in, created once per mapping; throws if they are contradictory. */
export const bindings = (mapping: Mapping): Bindings => {
  const known = completed.get(mapping) ?? completeAll(mapping)
  completed.set(mapping, known)
  return known
}
