import type { Payload } from 'payload'

import { uploadStart, withoutHost } from '../../images/cmsAddress.ts'
import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { type Problem, problemAt } from '../../problems/problems.ts'
import { plainMapping } from '../../mapping/images/imageAddresses.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readFile } from '../../mapping/readFile.ts'
import { addressesOf } from '../../mapping/addressesOf.ts'
import type { Check } from './check.ts'

// Payload's type declares it for every collection.
const isUpload = (upload: unknown): boolean => typeof upload === 'object' && upload !== null

const remedies = {
  withOption:
    'Make sure that the CMS has the image, and save the text again: an export then writes the image.',
  withoutOption:
    'Let the site pass this address on to the CMS, or let exports write images: set "images" in the mapping.',
}

/**
 * Images in answers that the CMS itself serves. An export only writes texts, so the site shows them only while it
 * reaches the CMS at that address.
 */
export const cmsPictures = (payload: Payload) => {
  const { collections } = payload.config
  const starts = collections.flatMap(({ slug, upload }) =>
    isUpload(upload) ? [uploadStart(payload, slug)] : [],
  )
  const mayHold = (text: string): boolean => starts.some((start) => text.includes(start))
  const isWanted = (address: string): boolean =>
    starts.some((start) => withoutHost(payload, address).startsWith(start))

  const check: Check = ({ frontMatter, mapping, record }) =>
    addressesOf(mapping, frontMatter, record, { isWanted, mayHold }).map(({ address, column, line }) => ({
      severity: 'warning',
      line,
      column,
      code: 'picture-not-exported',
      message: `The image ${address} is served by the CMS and not exported.`,
      remedy: mapping.images ? remedies.withOption : remedies.withoutOption,
    }))

  return {
    check,
    /** The same for a file as an export writes it; texts without such an image are not parsed. */
    inText: (given: Mapping, path: string, text: string): Problem[] => {
      const mapping = plainMapping(given)
      const parsed = mayHold(text) ? parseFrontMatter(text) : undefined
      if (!parsed?.ok) return []
      const { frontMatter } = parsed
      const file = { mapping, path, text, frontMatter, ...readFile(mapping, path, frontMatter) }
      return check(file).map((finding) => problemAt(path, finding))
    },
  }
}
