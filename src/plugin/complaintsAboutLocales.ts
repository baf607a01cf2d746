import type { CollectionConfig, LocalizationConfig } from 'payload'

import { fieldsByPath } from '../documents/fieldsByPath.ts'
import { mappedFields } from '../mapping/mappedFields.ts'
import type { Mapping } from '../mapping/types.ts'
import { linkedField, urlPattern } from '../mapping/urlPattern.ts'
import { template } from '../mapping/template.ts'

/** The codes of an app's locales; undefined without localization. */
export type Locales = readonly string[] | undefined

/** The codes of the locales in a config. */
export const localesOf = (localization: LocalizationConfig | false | undefined): Locales =>
  localization
    ? localization.locales.map((locale) => (typeof locale === 'string' ? locale : locale.code))
    : undefined

/** Whether documents of a mapping have a URL per locale. */
export const hasUrlPerLocale = (mapping: Mapping, { fields }: Pick<CollectionConfig, 'fields'>): boolean => {
  const pattern = urlPattern(mapping)
  if (!mapping.locales || !pattern) return false
  const known = fieldsByPath(fields)
  return template(pattern.template).names.some(
    (name) => name === 'locale' || known.get(name)?.isLocalized === true,
  )
}

/** Why the `locales` of a mapping cannot work; empty for a mapping without `locales`. */
export const complaintsAboutLocales = (
  mapping: Mapping,
  collection: CollectionConfig,
  appLocales: Locales,
): string[] => {
  const { files, key, links, locales, repeatableId, within } = mapping
  if (!locales) return []
  if (!appLocales) return ['"locales" needs "localization" in the config of the app']
  const fields = fieldsByPath(collection.fields)
  const isLocalized = (path: string | undefined): boolean =>
    path !== undefined && fields.get(path)?.isLocalized === true
  const complaints: string[] = []
  const unknown = locales.filter((locale) => !appLocales.includes(locale))
  if (locales.length === 0) complaints.push('"locales" is empty')
  if (unknown.length > 0)
    complaints.push(`"locales" contains ${unknown.join(', ')}, which the app does not have`)
  if (locales.length > 1 && ![files].flat().some((pattern) => pattern.includes('{locale}')))
    complaints.push('"locales" contains several locales, and no pattern of "files" has {locale}')
  if (!mappedFields(mapping).some(({ path }) => isLocalized(path)))
    complaints.push('"locales" is given, but no mapped field is localized')
  for (const [name, path] of Object.entries({ key, within, repeatableId }))
    if (isLocalized(path))
      complaints.push(
        `"${name}" names the localized field "${path}"; use a field that has the same value in all locales`,
      )
  if (links && [links.field, links.unresolved, linkedField(mapping)].some(isLocalized))
    complaints.push(
      `links use "${linkedField(mapping)}", "${links.field}" and "${links.unresolved}", which cannot be localized`,
    )
  const url = urlPattern(mapping)?.field
  if (url !== undefined && hasUrlPerLocale(mapping, collection) && !isLocalized(url))
    complaints.push(`"${url}" differs by locale; give its field "localized: true"`)
  const drafts = typeof collection.versions === 'object' && collection.versions.drafts
  if (typeof drafts === 'object' && drafts.localizeStatus)
    complaints.push('"localizeStatus" is not supported with "locales"')
  return complaints
}
