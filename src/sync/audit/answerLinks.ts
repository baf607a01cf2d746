import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import type { Problem } from '../../problems/problems.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import type { Mapping } from '../../mapping/types.ts'
import { addressesOf, type PlacedAddress } from '../../mapping/addressesOf.ts'
import { redirectsOf } from '../../urls/redirects/redirectRecords.ts'
import { documentUrl, linkedField, localeOfUrl, urlPattern, urlStart } from '../../mapping/urlPattern.ts'
import { collectionOf, type StoredDocument } from '../../documents/documents.ts'
import { fieldsByPath } from '../../documents/fieldsByPath.ts'
import { inLocale, localeFor } from '../../documents/inLocale.ts'
import { chunks } from '../../documents/pages.ts'
import { rowsOf } from '../../documents/rows.ts'
import { hasFile, capabilitiesOf } from '../capabilities.ts'
import type { AuditedFile } from './check.ts'

/** `locale`: the locale of the URL, or otherwise of the text. */
type Noted = PlacedAddress & { locale: string | undefined; path: string; url: string }

const batchSize = 200

/** Where URLs lead: to a published document (`true`), by a redirect to another URL, or nowhere. */
type Leads = Map<string, true | string>

/** Finds documents by id or by URL, with their URLs in a locale. */
const urlsOf = async (
  payload: Payload,
  mapping: Mapping,
  by: 'id' | 'url',
  { locale, values }: { locale: string | undefined; values: readonly string[] },
): Promise<{ row: StoredDocument; url: string }[]> => {
  const { collection } = mapping
  const capabilities = capabilitiesOf(payload, mapping)
  const url = urlPattern(mapping)?.field ?? linkedField(mapping)
  const { fields } = payload.collections[collectionOf(payload, collection)].config
  const isLocalized = locale !== undefined && fieldsByPath(fields).get(url)?.isLocalized === true
  const field = by === 'id' ? 'id' : isLocalized ? `${url}.${locale}` : url
  const select = {
    [url]: true as const,
    ...(capabilities.hasDrafts ? { _status: true as const } : {}),
    ...(capabilities.hasTrash ? { deletedAt: true as const } : {}),
  }
  const where = { [field]: { in: [...values] } }
  const rows =
    values.length === 0 ? [] : await rowsOf(payload).find({ collection, select, sort: field, where })
  return rows
    .map((row) => inLocale(payload, collection, row, localeFor(payload, mapping, locale)))
    .filter((row) => hasFile(capabilities, row) && row._status !== 'draft')
    .map((row) => ({ row, url: String(documentValue(row, url)) }))
}

const whereTheyLead = async (
  payload: Payload,
  mapping: Mapping,
  { locale, urls }: { locale: string | undefined; urls: readonly string[] },
): Promise<Leads> => {
  const leads: Leads = new Map()
  const redirects = await redirectsOf(payload).from(urls)
  const ids = redirects.flatMap(({ to }) => (to && 'id' in to ? [to.id] : []))
  const targets = await urlsOf(payload, mapping, 'id', { locale, values: ids })
  const byId = new Map(targets.map(({ row, url }) => [String(row.id), url]))
  for (const { from, to } of redirects) {
    const target = to && ('id' in to ? byId.get(to.id) : to.address)
    if (target !== undefined && target !== '') leads.set(from, target)
  }
  for (const { url } of await urlsOf(payload, mapping, 'url', { locale, values: urls })) leads.set(url, true)
  return leads
}

/** Links within answers that look like the URL of a document, but lead to none, or to one that has moved. */
export const answerLinks = (payload: Payload, mapping: Mapping) => {
  const { serverURL } = payload.config
  const noted: Noted[] = []
  const start = urlStart(mapping)
  const urlOf = (address: string): string | undefined => {
    const isOwn = serverURL !== '' && address.startsWith(`${serverURL}/`)
    return documentUrl(mapping, isOwn ? address.slice(serverURL.length) : address)
  }

  const problemOf = ({ column, line, path, url }: Noted, target: string | undefined): Problem => ({
    severity: 'warning',
    path,
    line,
    column,
    ...(target === undefined
      ? {
          code: 'broken-link',
          message: `The text links to ${url}, where no document is published.`,
          remedy: 'Correct the link, or publish its target.',
        }
      : {
          code: 'moved-link',
          message: `The text links to ${url}, which has moved to ${target}.`,
          remedy: `Link to ${target}.`,
        }),
  })

  return {
    note: ({ frontMatter, mapping: own, path, record }: AuditedFile): void => {
      const addresses = addressesOf(own, frontMatter, record, {
        isWanted: (address) => urlOf(address) !== undefined,
        mayHold: (markdown) => markdown.includes(start),
      })
      for (const placed of addresses) {
        const url = urlOf(placed.address) ?? ''
        noted.push({ ...placed, locale: localeOfUrl(own, url) ?? record.locale, path, url })
      }
    },
    list: async (): Promise<Problem[]> => {
      const leads = new Map<string | undefined, Leads>()
      for (const locale of new Set(noted.map((link) => link.locale))) {
        const urls = [...new Set(noted.flatMap((link) => (link.locale === locale ? link.url : [])))]
        const found: Leads = new Map()
        leads.set(locale, found)
        for (const some of chunks(urls, batchSize)) {
          await turn()
          const targets = await whereTheyLead(payload, mapping, { locale, urls: some })
          for (const [url, target] of targets) found.set(url, target)
        }
      }
      return noted.flatMap((link) => {
        const target = leads.get(link.locale)?.get(link.url)
        return target === true ? [] : problemOf(link, target)
      })
    },
  }
}
