import type { CollectionConfig, Field } from 'payload'

import { defaultLimits } from '../frontMatter/types.ts'

const longest = { maxLength: defaultLimits.characters }

const withLongTexts = (field: Field): Field => {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withLongTexts) })) }
  if ('fields' in field) return { ...field, fields: field.fields.map(withLongTexts) }
  return field.type === 'textarea' || field.type === 'text' ? { ...longest, ...field } : field
}

/**
 * Lets the texts of a collection be as long as a file may be, where they have no limit of their own: Payload would refuse
 * more than 40,000 characters, which files of documentation have.
 */
export const allowLongTexts = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: collection.fields.map(withLongTexts),
})
