import type { Field, JsonObject, PayloadRequest, SanitizedCollectionConfig, Tab } from 'payload'

import { isRecord } from './documents.ts'

type Values = Record<string, unknown>

/** A field with a validation, where it is, and the conditions of the admin under which it is validated. */
type Check = {
  conditions: ((...args: never) => unknown)[]
  field: Field & { name: string }
  /** The names of the groups that contain the field. */
  groups: string[]
  validate: (...args: never) => unknown
}

/** A check with what its validation is always called with: built once, since it has as many parts as the field. */
type PreparedCheck = Check & { fixed: { path: string[] } & Values }

type Place = Pick<Check, 'conditions' | 'groups'>

const conditionsOf = ({ conditions }: Place, part: Field | Tab): Check['conditions'] => {
  const condition = part.admin && 'condition' in part.admin ? part.admin.condition : undefined
  return condition ? [...conditions, condition] : conditions
}

const hasName = (field: Field): field is Field & { name: string } => 'name' in field && Boolean(field.name)

const checksIn = (fields: readonly Field[], place: Place): Check[] =>
  fields.flatMap((field) => {
    const inner = { ...place, conditions: conditionsOf(place, field) }
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => {
        const groups = 'name' in tab && tab.name ? [...inner.groups, tab.name] : inner.groups
        return checksIn(tab.fields, { conditions: conditionsOf(inner, tab), groups })
      })
    const own: Check[] =
      hasName(field) && 'validate' in field && field.validate
        ? [{ ...inner, field, validate: field.validate }]
        : []
    if (field.type === 'array' || !('fields' in field)) return own
    const groups = hasName(field) ? [...inner.groups, field.name] : inner.groups
    return [...own, ...checksIn(field.fields, { ...inner, groups })]
  })

const changesValues = (field: Field): boolean => {
  if (field.type === 'tabs') return field.tabs.some((tab) => tab.fields.some(changesValues))
  const isComplex = ['array', 'blocks', 'point'].includes(field.type)
  const hasHooks = 'hooks' in field && (field.hooks?.beforeChange?.length ?? 0) > 0
  return isComplex || hasHooks || ('fields' in field && field.fields.some(changesValues))
}

const prepared = (check: Check, { slug }: SanitizedCollectionConfig): PreparedCheck => ({
  ...check,
  fixed: {
    ...check.field,
    collectionSlug: slug,
    event: 'submit',
    operation: 'create',
    overrideAccess: true,
    path: [...check.groups, check.field.name],
    preferences: { fields: {} },
  },
})

const known = new WeakMap<SanitizedCollectionConfig, PreparedCheck[] | undefined>()

const checksOf = (config: SanitizedCollectionConfig): PreparedCheck[] | undefined => {
  if (!known.has(config))
    known.set(
      config,
      config.fields.some(changesValues)
        ? undefined
        : checksIn(config.fields, { conditions: [], groups: [] }).map((check) => prepared(check, config)),
    )
  return known.get(config)
}

const siblingsAt = (data: JsonObject, groups: readonly string[]): Values | undefined => {
  let values: unknown = data
  for (const group of groups) values = isRecord(values) ? values[group] : undefined
  return isRecord(values) ? values : undefined
}

/** A value that only Payload's own traversal judges: an object where a field has none, or the text of a JSON field. */
const isUnusual = ({ type }: Field, value: unknown): boolean =>
  typeof value === 'string' ? type === 'json' : isRecord(value) && !['group', 'json'].includes(type)

/**
 * Whether the values of a new document are valid and need no change by hooks of fields or for localization, by the
 * validations that Payload would call in its traversal, which takes much longer. If not, or if this is not certain, that
 * traversal decides and names the errors.
 */
export const isValidAsIs = async (
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  data: JsonObject,
): Promise<boolean> => {
  const checks = req.payload.config.localization ? undefined : checksOf(config)
  if (!checks) return false
  const about = { operation: 'create', user: req.user }
  for (const { conditions, field, fixed, groups, validate } of checks) {
    const siblingData = siblingsAt(data, groups)
    const value = siblingData?.[field.name]
    if (!siblingData || isUnusual(field, value)) return false
    const applies = conditions.every((condition) =>
      Boolean(Reflect.apply(condition, undefined, [data, siblingData, { ...about, path: fixed.path }])),
    )
    if (!applies) continue
    const args = { ...fixed, data, req, siblingData }
    const result: unknown = Reflect.apply(validate, undefined, [value, args])
    if (result !== true && (await result) !== true) return false
  }
  return true
}
