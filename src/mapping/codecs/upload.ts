import { warningAt } from '../findings.ts'
import type { Codec, RelationOptions } from '../types.ts'
import { isRelated } from '../values.ts'
import { decodeScalar, unexpectedValue } from './decode.ts'
import { listed } from './relation.ts'

export type UploadOptions = {
  /** Upload collection that the path or URL refers to. */
  collection: string
  /** What precedes the name in a file: `/images/`, or `https://cdn.example.com/`. Default: nothing. */
  prefix?: string
  /** Field of the collection whose value follows the prefix. Default: `filename`. */
  by?: string
  /** The file contains a list of uploads. Default: false. */
  many?: boolean
}

/**
 * An upload, referred to in the file by a path or URL: `upload({ collection: 'media', prefix: '/images/' })` reads
 * `/images/cover.png` as the document whose `filename` is `cover.png`. An address with another prefix, or in a
 * subfolder, is not an upload: it is reported as a warning and stays in the file.
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
    decode: decodeScalar('the URL of an upload', (text, node) => {
      const name = text.startsWith(prefix) ? text.slice(prefix.length) : ''
      if (name !== '' && (by !== 'filename' || !name.includes('/')))
        return { value: { related: { [by]: name } } }
      const message = `'${text.slice(0, 60)}' is not the URL of an upload in '${collection}'.`
      const remedy = `Nothing to do if this is intended; otherwise start it with '${prefix}', followed by the name of the upload.`
      return { value: undefined, findings: [warningAt('not-an-upload', node, message, remedy)] }
    }),
    encode: (value) => prefix + nameOf(value),
    same: (a, b) => nameOf(a) === nameOf(b),
  }
  return many ? listed(one, options) : one
}
