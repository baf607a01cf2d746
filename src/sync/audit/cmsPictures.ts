import type { Payload } from 'payload'

import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { type Problem, problemAt } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readFile } from '../../mapping/readFile.ts'
import { addressesOf } from '../../mapping/addressesOf.ts'
import type { Check } from './check.ts'

// Payload's type declares it for every collection.
const isUpload = (upload: unknown): boolean => typeof upload === 'object' && upload !== null

const withoutHost = (address: string, serverUrl: string): string =>
  serverUrl !== '' && address.startsWith(`${serverUrl}/`)
    ? address.slice(serverUrl.length)
    : address.replace(/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/)/i, '')

/**
 * Images in answers that the CMS itself serves. An export only writes texts, so the site shows them only while it
 * reaches the CMS at that address.
 */
export const cmsPictures = (payload: Payload) => {
  const { collections, routes, serverURL } = payload.config
  const starts = collections.flatMap(({ slug, upload }) =>
    isUpload(upload) ? [`${routes.api}/${slug}/file/`] : [],
  )
  const mayHold = (text: string): boolean => starts.some((start) => text.includes(start))
  const isWanted = (address: string): boolean =>
    starts.some((start) => withoutHost(address, serverURL).startsWith(start))

  const check: Check = ({ frontMatter, mapping, record }) =>
    addressesOf(mapping, frontMatter, record, { isWanted, mayHold }).map(({ address, column, line }) => ({
      severity: 'warning',
      line,
      column,
      code: 'picture-not-exported',
      message: `The image ${address} is served by the CMS and not exported.`,
      remedy:
        'Let the site pass this address on to the CMS, or add the image to the site and use its address there.',
    }))

  return {
    check,
    /** The same for a file as an export writes it; texts without such an image are not parsed. */
    inText: (mapping: Mapping, path: string, text: string): Problem[] => {
      const parsed = mayHold(text) ? parseFrontMatter(text) : undefined
      if (!parsed?.ok) return []
      const { frontMatter } = parsed
      const file = { mapping, path, text, frontMatter, ...readFile(mapping, path, frontMatter) }
      return check(file).map((finding) => problemAt(path, finding))
    },
  }
}
