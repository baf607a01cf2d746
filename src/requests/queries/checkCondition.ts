import { type FlattenedField, QueryError } from 'payload'

import { type Condition, isWhere, refuse } from './conditionsOf.ts'
import { fieldAt, hopOf, segmentsOf } from './hopOf.ts'

type Kind = FlattenedField['type'] | 'id'

const equality = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const order = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const search = ['like', 'not_like', 'contains']
const lists = ['in', 'not_in', 'all']

const operatorsOf: Partial<Record<Kind, string[]>> = {
  array: [],
  checkbox: equality,
  date: [...equality, ...order],
  group: [],
  id: [...equality, ...order],
  json: [...equality, ...search],
  number: [...equality, ...order],
  point: [...equality, 'near', 'within', 'intersects'],
  radio: [...equality, ...search],
  relationship: [...equality, 'all', 'contains', 'like'],
  richText: [...equality, ...search],
  select: [...equality, ...search],
  tab: [],
}

// Longer patterns exceed the limits of a database.
const maxSearchLength = 1_000
const maxListLength = 10_000

const isScalar = (value: unknown): boolean => !Array.isArray(value) && !isWhere(value)

const isText = (value: unknown): value is string => typeof value === 'string'

const written = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' || isText(value) || value instanceof Date
    ? String(value)
    : ''

const wordings: Partial<Record<Kind, [fits: (value: unknown) => boolean, what: string]>> = {
  checkbox: [(value) => value === null || /^(true|false)$/i.test(written(value)), 'true or false'],
  date: [
    (value) => value === null || (written(value) !== '' && !Number.isNaN(new Date(written(value)).getTime())),
    'a date such as 2025-01-31',
  ],
  number: [
    (value) => value === null || (written(value).trim() !== '' && Number.isFinite(Number(value))),
    'a number',
  ],
}

const checkSearch = ({ path, operator, value }: Condition, isMany: boolean): void => {
  const texts = operator === 'contains' && isMany && Array.isArray(value) ? value : [value]
  if (!texts.every(isText)) refuse(`The filter by ${path} requires a text with ${operator}.`)
  if (texts.some((text) => isText(text) && (text.length > maxSearchLength || text.includes('\0'))))
    refuse(`The filter by ${path} accepts up to ${maxSearchLength} characters with ${operator}, and no NUL.`)
}

const membersOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value
  return isText(value) ? value.split(',') : [value]
}

// Postgres refuses any other comparison.
const checkChoices = ({ path, value }: Condition, field: FlattenedField | undefined): void => {
  if (field?.type !== 'select' && field?.type !== 'radio') return
  const choices = field.options.map((option) => (isText(option) ? option : option.value))
  const isChoice = (each: unknown): boolean => each === null || choices.includes(written(each))
  if (!membersOf(value).every(isChoice)) refuse(`The filter by ${path} accepts ${choices.join(', ')}.`)
}

const checkValues = ({ path, operator, value }: Condition, kind: Kind): void => {
  // Payload accepts a list of ids even with operators for a single value.
  const isList = lists.includes(operator) || (kind === 'relationship' && Array.isArray(value))
  const values = isList ? membersOf(value) : [value]
  const isNothing = isList && (value === null || value === undefined || typeof value === 'boolean')
  if (isNothing || !values.every(isScalar))
    refuse(`The filter by ${path} requires ${isList ? 'a list of values' : 'one value'} with ${operator}.`)
  if (values.length > maxListLength)
    refuse(`The filter by ${path} has more than ${maxListLength} values: ask in several requests.`)
  // Postgres cannot store such texts.
  if (values.some((each) => isText(each) && each.includes('\0')))
    refuse(`The filter by ${path} accepts no NUL.`)
  const [fits, what] = wordings[kind] ?? []
  if (fits && !values.every(fits)) refuse(`The filter by ${path} requires ${what}.`)
}

const checkOperator = ({ path, operator, value }: Condition, kind: Kind, isMany: boolean): void => {
  const known = operatorsOf[kind] ?? [...equality, ...order, ...search]
  if (known.length === 0) refuse(`The filter by ${path} names a group: filter by a field in it.`)
  const isAllowed = known.includes(operator) || (isMany && operator === 'contains')
  if (!isAllowed) refuse(`The filter by ${path} cannot use ${operator}. It supports ${known.join(', ')}.`)
  if (operator === 'exists' && !['true', 'false'].includes(String(value)))
    refuse(`The filter by ${path} requires true or false with exists.`)
}

// Payload rejects an unknown field, but resolves a path inside a text field among the sibling fields.
const refuseUnknown = (fields: readonly FlattenedField[], path: string): void => {
  const [name, ...inside] = segmentsOf(path)
  const isInside = inside.length > 0 && fields.some((field) => field.name === name)
  if (isInside || path === '_id') throw new QueryError([{ path }])
}

/**
 * Refuses, with status 400, a condition that a database would not understand or would ignore: an operator that its
 * field does not support, or a value of another type. Payload only checks that the field and the operator exist.
 */
export const checkCondition = (fields: readonly FlattenedField[], condition: Condition): void => {
  const { path, operator, value } = condition
  const hop = hopOf(fields, path)
  const field = fieldAt(fields, path)
  // Paths that lead to other collections are checked there.
  if (hop?.rest && hop.rest !== 'id') return
  if (!field && path !== 'id') return refuseUnknown(fields, path)
  const isRelation = field?.type === 'relationship' || field?.type === 'upload'
  if (field?.type === 'join' || (isRelation && !hop)) return
  const kind = isRelation ? 'relationship' : (field?.type ?? 'id')
  const isMany = field !== undefined && 'hasMany' in field && field.hasMany === true
  checkOperator(condition, kind, isMany)
  const isNested = isRelation && operator === 'contains' && isWhere(value)
  if (operator === 'exists' || kind === 'point' || isNested) return
  if (search.includes(operator) && !isRelation) checkSearch(condition, isMany)
  else {
    checkValues(condition, kind)
    checkChoices(condition, field)
  }
}
