import type { Payload } from 'payload'

import { canonicalLinks } from '../../mapping/links.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { linkIds } from './linkIds.ts'
import { redirectsOf } from '../../urls/redirects/redirectRecords.ts'
import type { Planned } from './planBatch.ts'

/** The documents that the links of planned files of one mapping lead to, by URL. */
export const linkTargets = async (
  payload: Payload,
  planned: readonly Planned[],
): Promise<Map<string, DocumentId>> => {
  const mapping = planned[0]?.source.mapping
  if (!mapping) return new Map()
  const urls = planned.flatMap(({ plan, source }) => {
    const { links } = plan.action === 'update' ? plan.record : source.record
    return canonicalLinks(links).map(({ url }) => url)
  })
  return linkIds(payload, mapping, urls)
}

/** The URLs of planned new documents that no draft or redirect has; planning has already checked the documents. */
export const newUrls = async (payload: Payload, planned: readonly Planned[]): Promise<string[]> => {
  const mapping = planned[0]?.source.mapping
  // If keys are only unique within a field, a URL is ambiguous.
  if (!mapping || mapping.within !== undefined) return []
  const { collection, key } = mapping
  const urls = planned.flatMap(({ plan, source }) => {
    const url = source.record.fields[key]
    return plan.action === 'create' && typeof url === 'string' ? [url] : []
  })
  if (urls.length === 0) return []
  const rows = rowsOf(payload)
  const taken = new Set<unknown>()
  if (capabilitiesOf(payload, mapping).hasDrafts) {
    const drafts = await rows.findVersions({
      collection,
      select: { parent: true, version: { [key]: true } },
      sort: `version.${key}`,
      where: { and: [{ [`version.${key}`]: { in: urls } }, { latest: { equals: true } }] },
    })
    for (const { version } of drafts) taken.add(documentValue(version, key))
  }
  for (const { from } of await redirectsOf(payload).from(urls)) taken.add(from)
  return urls.filter((url) => !taken.has(url))
}
