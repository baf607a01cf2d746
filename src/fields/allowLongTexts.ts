import type { CollectionConfig, Field } from 'payload'

import { defaultLimits } from '../frontMatter/types.ts'

const maxLength = { maxLength: defaultLimits.characters }

const withLongTexts = (field: Field): Field => {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withLongTexts) })) }
  if ('fields' in field) return { ...field, fields: field.fields.map(withLongTexts) }
  return field.type === 'textarea' || field.type === 'text' ? { ...maxLength, ...field } : field
}

/**
 * Allows the texts of a collection to be as long as a file may be, unless they have a limit of their own: Payload would
 * reject more than 40,000 characters, which documentation often exceeds.
 */
export const allowLongTexts = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: collection.fields.map(withLongTexts),
})
