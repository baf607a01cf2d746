import { candidatesIn } from '../../mapping/images/candidates.ts'
import { type ImagePlaces, decoded, splitAddress } from '../../mapping/images/imagePlaces.ts'
import type { ImageAddresses } from '../../mapping/images/imageAddresses.ts'
import { isLeftOut } from '../records/exportMarks.ts'
import type { ImageRow } from '../records/imageRows.ts'

/** An image with both of its addresses. */
export type KnownImage = {
  /** Path in the content root. */
  path: string
  /** The address in files. */
  address: string
  /** The address in documents. */
  url: string
  /** Id of its upload. */
  upload: string
  /** Absent until the image has been in the content root. */
  row?: ImageRow
}

const isGone = ({ row }: KnownImage): boolean => row !== undefined && isLeftOut(row.marks)

export type TableOptions = {
  places: ImagePlaces
  /** What addresses of the upload collection begin with. */
  uploadStart: string
  /** Removes the host of the CMS from an address. */
  withoutHost: (address: string) => string
}

/** The images of a mapping that are known so far, by path and by their addresses. */
export const imageTable = ({ places, uploadStart, withoutHost }: TableOptions) => {
  const byPath = new Map<string, KnownImage>()
  const byUrl = new Map<string, KnownImage[]>()
  // A storage may have an address of its own.
  const starts = new Set([uploadStart])
  const keyOf = (url: string): string => decoded(withoutHost(url))

  const addresses: ImageAddresses = {
    toDocument: (given) => {
      const [address, rest] = splitAddress(given)
      const path = places.pathOf(address)
      const image = path === undefined ? undefined : byPath.get(path)
      return image && image.url + rest
    },
    toFile: (given) => {
      const [address, rest] = splitAddress(given)
      // The address of a storage may contain a query.
      const exact = byUrl.get(keyOf(given)) ?? []
      if (exact.length > 0) return exact.map((image) => image.address)
      return (byUrl.get(keyOf(address)) ?? []).map((image) => image.address + rest)
    },
    isIn: (text) => ({
      file: candidatesIn(text, places.start).some(
        ({ address }) => addresses.toDocument(address) !== undefined,
      ),
      document: [...starts].some((start) => text.includes(start)),
    }),
  }

  const forget = ({ path }: Pick<KnownImage, 'path'>): void => {
    const image = byPath.get(path)
    if (!image) return
    byPath.delete(path)
    const key = keyOf(image.url)
    byUrl.set(
      key,
      (byUrl.get(key) ?? []).filter((other) => other.path !== path),
    )
  }

  return {
    addresses,
    get: (path: string) => byPath.get(path),
    at: (url: string): readonly KnownImage[] => byUrl.get(keyOf(url)) ?? [],
    set: (given: Omit<KnownImage, 'address'>): void => {
      const address = places.addressOf(given.path)
      if (address === undefined) return
      forget(given)
      const image = { ...given, address }
      const key = keyOf(image.url)
      byPath.set(image.path, image)
      const all = [...(byUrl.get(key) ?? []), image]
      byUrl.set(
        key,
        all.sort((a, b) => Number(isGone(a)) - Number(isGone(b)) || (a.path < b.path ? -1 : 1)),
      )
      starts.add(image.url.slice(0, image.url.lastIndexOf('/') + 1))
    },
  }
}

export type ImageTable = ReturnType<typeof imageTable>
