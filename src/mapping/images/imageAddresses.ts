import { replaceAddresses } from '../../markdown/replaceAddresses.ts'
import { bindings } from '../bindings.ts'
import type { Binding, Codec, FieldValue, Mapping, PresentValue } from '../types.ts'

/** The two addresses of each image: the one in files, and the one in documents, where the CMS serves it. */
export type ImageAddresses = {
  /** The address in documents of an image at an address in a file; undefined for any other address. */
  toDocument: (address: string) => string | undefined
  /** The addresses in files of an image at an address in a document; empty for any other address. */
  toFile: (address: string) => readonly string[]
  /** Whether a text may contain addresses to replace: a cheap test before it is parsed. */
  isIn: (text: string) => { file: boolean; document: boolean }
}

const plain = new WeakMap<Mapping, Mapping>()

const same = (addresses: ImageAddresses, a: string, b: string): boolean => {
  const asInFile = (text: string): string =>
    addresses.isIn(text).document ? replaceAddresses(text, (address) => addresses.toFile(address)[0]) : text
  return asInFile(a) === asInFile(b)
}

const translating = (codec: Codec, addresses: ImageAddresses): Codec => ({
  ...codec,
  decode: (node) => {
    const { value, ...rest } = codec.decode(node)
    const isChanged = typeof value === 'string' && addresses.isIn(value).file
    const replaced: FieldValue = isChanged ? replaceAddresses(value, addresses.toDocument) : value
    return { ...rest, value: replaced }
  },
  encode: (value, before) => {
    if (typeof value !== 'string' || !addresses.isIn(value).document) return codec.encode(value, before)
    const known = before?.kind === 'scalar' ? before.value : ''
    // If the same image is in several places, the text keeps the one that it has.
    const replaced = replaceAddresses(value, (address) => {
      const found = addresses.toFile(address)
      return found.find((one) => known.includes(one)) ?? found[0]
    })
    return codec.encode(replaced, before)
  },
  same: (a: PresentValue, b: PresentValue) =>
    (typeof a === 'string' && typeof b === 'string' && same(addresses, a, b)) ||
    (codec.same?.(a, b) ?? false),
})

/**
 * A mapping whose Markdown has other addresses of images in documents than in files: reading a file replaces those of
 * files, writing one replaces those of documents. Values that differ only in the form of these addresses are the same.
 */
export const withImageAddresses = (mapping: Mapping, addresses: ImageAddresses): Mapping => {
  const { body, byField } = bindings(mapping)
  const translated = (binding: Binding): Binding => {
    if (typeof binding === 'string') return translated({ field: binding })
    if ('template' in binding || 'constant' in binding) return binding
    const known = byField.get(binding.field)
    const isMarkdown = known && (known === body || known.codec.isMarkdown)
    return isMarkdown ? { ...binding, codec: translating(known.codec, addresses) } : binding
  }
  const result: Mapping = {
    ...mapping,
    frontMatter: Object.fromEntries(
      Object.entries(mapping.frontMatter).map(([key, binding]) => [key, translated(binding)]),
    ),
    ...(mapping.body === undefined ? {} : { body: translated(mapping.body) }),
  }
  plain.set(result, mapping)
  return result
}

/** The mapping as the app has given it, whose texts have the addresses of files. */
export const plainMapping = (mapping: Mapping): Mapping => plain.get(mapping) ?? mapping

/** The fields of a mapping that hold Markdown. */
export const markdownFields = (mapping: Mapping): string[] => {
  const { body, byField } = bindings(mapping)
  return [...byField.values()].flatMap((binding) =>
    binding === body || binding.codec.isMarkdown ? binding.field : [],
  )
}
