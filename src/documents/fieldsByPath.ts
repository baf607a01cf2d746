import type { Field, Tab } from 'payload'

/** A field that holds a value. */
export type PlacedField = {
  field: Field & { name: string }
  /** Whether the field, or a group that contains it, has a value per language. */
  isLocalized: boolean
}

type Place = { prefix: string; isLocalized: boolean }

const inside = (place: Place, part: Field | Tab): Place => {
  const name = 'name' in part && part.name ? part.name : undefined
  return {
    prefix: name === undefined ? place.prefix : `${place.prefix}${name}.`,
    isLocalized: place.isLocalized || ('localized' in part && Boolean(part.localized)),
  }
}

const entriesOf = (field: Field, place: Place): [string, PlacedField][] => {
  if (field.type === 'tabs') return field.tabs.flatMap((tab) => allEntries(tab.fields, inside(place, tab)))
  const isNamed = 'name' in field && Boolean(field.name)
  const { prefix, isLocalized } = inside(place, field)
  const own: [string, PlacedField][] =
    'name' in field && field.name
      ? [[prefix.slice(0, -1), { field: { ...field, name: field.name }, isLocalized }]]
      : []
  // The rows of arrays and blocks have no path of their own.
  const isGroup = field.type === 'group' || (!isNamed && 'fields' in field)
  return isGroup && 'fields' in field ? [...own, ...allEntries(field.fields, { prefix, isLocalized })] : own
}

const allEntries = (fields: readonly Field[], place: Place): [string, PlacedField][] =>
  fields.flatMap((field) => entriesOf(field, place))

/** All fields of a collection that hold a value, by dotted path, including those in rows, collapsibles, tabs and groups. */
export const fieldsByPath = (fields: readonly Field[]): Map<string, PlacedField> =>
  new Map(allEntries(fields, { prefix: '', isLocalized: false }))
