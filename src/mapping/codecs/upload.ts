import { warningAt } from '../findings.ts'
import type { Codec, RelationOptions } from '../types.ts'
import { isRelated } from '../values.ts'
import { decodeScalar, unexpectedValue } from './decode.ts'
import { listed } from './relation.ts'

export type UploadOptions = {
  /** Upload collection that the path or URL leads to. */
  collection: string
  /** What is before the name in a file: `/images/`, or `https://cdn.example.com/`. Default: nothing. */
  prefix?: string
  /** Field of the collection whose value follows the prefix. Default: `filename`. */
  by?: string
  /** The file names a list of uploads. Default: false. */
  many?: boolean
}

/**
 * An upload, named in the file by a path or URL: `upload({ collection: 'media', prefix: '/images/' })` reads
 * `/images/cover.png` as the document whose `filename` is `cover.png`. An address with another beginning, or in a folder
 * below it, is none of an upload: it gives a warning and stays in the file.
 */
export const upload = ({ collection, prefix = '', by = 'filename', many = false }: UploadOptions): Codec => {
  const options: RelationOptions = { collection, by, many }
  const nameOf = (value: Parameters<Codec['encode']>[0]): string => {
    const name = isRelated(value) ? value.related[by] : undefined
    if (typeof name !== 'string') throw unexpectedValue('upload', value)
    return name
  }
  const one: Codec = {
    name: 'upload',
    relation: options,
    decode: decodeScalar('the address of an upload', (text, node) => {
      const name = text.startsWith(prefix) ? text.slice(prefix.length) : ''
      if (name !== '' && (by !== 'filename' || !name.includes('/')))
        return { value: { related: { [by]: name } } }
      const message = `'${text.slice(0, 60)}' is the address of no upload in '${collection}'.`
      const remedy = `Nothing, if it should stay as it is; else begin it with '${prefix}' and the name of the upload.`
      return { value: undefined, findings: [warningAt('not-an-upload', node, message, remedy)] }
    }),
    encode: (value) => prefix + nameOf(value),
    same: (a, b) => nameOf(a) === nameOf(b),
  }
  return many ? listed(one, options) : one
}
