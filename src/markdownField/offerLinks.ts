import type { CollectionConfig, Field } from 'payload'

import { isRecord } from '../documents/documents.ts'
import type { Mapping } from '../mapping/types.ts'
import { urlPattern } from '../mapping/urlPattern.ts'
import { type MarkdownLinks, markdownFieldComponent } from './markdownField.ts'

const withLinks = (field: Field, links: readonly MarkdownLinks[]): Field => {
  if (field.type === 'tabs') {
    const tabs = field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map((one) => withLinks(one, links)) }))
    return { ...field, tabs }
  }
  if ('fields' in field) return { ...field, fields: field.fields.map((one) => withLinks(one, links)) }
  if (field.type !== 'code') return field
  const component = field.admin?.components?.Field
  if (!isRecord(component) || component.path !== markdownFieldComponent) return field
  const given: unknown = component.clientProps
  const clientProps = isRecord(given) ? given : {}
  if (clientProps.links !== undefined) return field
  const components = {
    ...field.admin?.components,
    Field: { ...component, clientProps: { ...clientProps, links } },
  }
  return { ...field, admin: { ...field.admin, components } }
}

/** The documents that texts can link to: those of mapped collections with a URL, searched by title. */
export const linkableDocuments = (
  mappings: readonly Mapping[],
  collections: readonly CollectionConfig[],
): MarkdownLinks[] =>
  mappings.flatMap((mapping) => {
    const collection = collections.find(({ slug }) => slug === mapping.collection)
    const title = collection?.admin?.useAsTitle
    const url = urlPattern(mapping)?.field
    return title === undefined || url === undefined ? [] : [{ collection: mapping.collection, title, url }]
  })

/** Makes the Markdown fields of a collection link to these documents, unless they specify their own. */
export const offerLinks = (
  collection: CollectionConfig,
  links: readonly MarkdownLinks[],
): CollectionConfig => ({ ...collection, fields: collection.fields.map((field) => withLinks(field, links)) })
