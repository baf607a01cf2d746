import { template } from '../template.ts'
import type { Mapping } from '../types.ts'
import type { ImagesBinding } from './imagesBinding.ts'

/** Where the images of a mapping are in the content root, and how its files refer to them. */
export type ImagePlaces = {
  /** What every address of an image in a file begins with. */
  start: string
  /** Path of the image at an address; undefined for any other address. A query or fragment is ignored. */
  pathOf: (address: string) => string | undefined
  /** How files refer to the image at a path; undefined for any other path. */
  addressOf: (path: string) => string | undefined
  /** Path of an image that the CMS adds to the content root. */
  newPath: (filename: string) => string | undefined
}

/** Splits an address before its query or fragment. */
export const splitAddress = (address: string): [address: string, rest: string] => {
  const at = address.search(/[?#]/)
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)]
}

/** The text that a URL encodes; the URL itself if it is malformed. */
export const decoded = (url: string): string => {
  try {
    return decodeURI(url).replaceAll(/%(?:23|24|26|2B|2C|3A|3B|3D|3F|40)/gi, decodeURIComponent)
  } catch {
    return url
  }
}

// Brackets would end the address in Markdown.
const encoded = (url: string): string =>
  encodeURI(url).replaceAll(/[?#()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const places = new WeakMap<ImagesBinding, ImagePlaces>()

const compile = ({ files, url }: ImagesBinding): ImagePlaces => {
  const paths = template(files)
  const urls = template(url)
  const pathOf = (address: string): string | undefined => {
    const gaps = urls.match(decoded(splitAddress(address)[0]))
    return gaps && paths.render(gaps)
  }
  return {
    start: url.slice(0, url.indexOf('{')),
    pathOf,
    addressOf: (path) => {
      const gaps = paths.match(path)
      const address = gaps && urls.render(gaps)
      return address === undefined ? undefined : encoded(address)
    },
    newPath: (filename) => paths.render({ filename }),
  }
}

/** Compiles the option `images` of a mapping, once; throws a TypeError if a pattern is malformed. */
export const imagePlaces = (images: ImagesBinding): ImagePlaces => {
  const known = places.get(images) ?? compile(images)
  places.set(images, known)
  return known
}

/** Whether a path of the content root is one for images of a mapping. */
export const isImagePath = ({ images }: Mapping, path: string): boolean =>
  images !== undefined && imagePlaces(images).addressOf(path) !== undefined

/** Why the option cannot work, apart from the collection that it names; undefined if it can. */
export const complaintAboutPlaces = ({ files, url }: ImagesBinding): string | undefined => {
  for (const [name, source] of Object.entries({ files, url })) {
    try {
      const { names } = template(source)
      if (!names.includes('filename')) return `"images.${name}" does not contain {filename}`
      const others = names.filter((other) => other !== 'filename' && !source.includes(`{${other}...}/`))
      if (others.length > 0)
        return `"images.${name}" contains {${others[0]}}; only {filename} and folders such as {folders...}/ can be in it`
    } catch (error) {
      return error instanceof Error ? `"images.${name}": ${error.message}` : `"images.${name}" is malformed`
    }
  }
  const sets = [files, url].map((source) => template(source).names.sort().join())
  if (sets[0] !== sets[1]) return '"images.files" and "images.url" do not have the same names'
  if (url.startsWith('{')) return '"images.url" begins with a name; begin it with a text, such as /images/'
  return undefined
}
