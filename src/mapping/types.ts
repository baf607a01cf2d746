import type { FrontMatterNode, FileFormat } from '../frontMatter/types.ts'
import type { Finding } from '../problems/problems.ts'
import type { ImagesBinding } from './images/imagesBinding.ts'

/** A related document by its own fields, such as `{ slug: 'biology', title: 'Biology' }`. */
export type RelatedValue = { related: Record<string, string | string[] | undefined> }

/** A value of a document in a mapping. */
export type PresentValue = string | number | boolean | string[] | RelatedValue | RelatedValue[]

/** A value, or none. `undefined`, an empty text and an empty list all mean no value. */
export type FieldValue = PresentValue | undefined

/** One link of a file: its target, and the values of its block. */
export type Link = {
  /** The value in the block that identifies the target, such as its URL. */
  url: string
  /** All values of the block, in order. */
  values: Record<string, string>
  /** Line of the link in its file, from 1; 0 if the link comes from a document. */
  line: number
}

/** The values of a file or a document in one common form, so that the two can be compared field by field. */
export type MappedRecord = {
  /** Locale of the values, for a mapping with `locales`. */
  locale?: string | undefined
  /** Values by dotted field path. */
  fields: Record<string, FieldValue>
  /** Links in order: from a file including repeats, from a document without them. */
  links: Link[]
}

/** A finding of a codec. `offset` refers to a non-space character of the node's text. */
export type CodecFinding = Finding & { offset?: number }
export type Decoded = { value: FieldValue; findings?: CodecFinding[] }

/** Converts the text of a front matter value to a field's value and back. It is pure; `decode(encode(value))` is `value`. */
export type Codec = {
  name: string
  /** Reads a node; problems are returned, never thrown. */
  decode: (node: FrontMatterNode) => Decoded
  /** Prints a value; `before` is the current node of the file, whose spelling can be kept. */
  encode: (value: PresentValue, before?: FrontMatterNode) => string | string[]
  /** Regular expression that its texts in paths match, if they would otherwise be ambiguous. */
  pattern?: string
  /** The codec prints numbers, dates or booleans, which are written without quotes. Default: texts. */
  typed?: boolean
  /** Whether two present values mean the same. Default: deep equality. */
  same?: (a: PresentValue, b: PresentValue) => boolean
  /** Its texts are Markdown: two changes of one text are merged by blocks and sentences. Default: false. */
  isMarkdown?: boolean
  /** Only for array fields: the field of a row whose text is an item of the list. */
  row?: string
  /** Only for relations: the collection and field that identify the document, and how it may be resolved. */
  relation?: RelationOptions
}

export type RelationOptions = {
  /** Collection of the related document. */
  collection: string
  /** Field of that collection whose value is in the file. */
  by: string
  /** List field of that collection with other spellings of the same document. Default: none. */
  aliases?: string
  /** Create a missing related document. Default: false, and the file is reported. */
  create?: boolean
  /** The file contains a list of documents. Default: false. */
  many?: boolean
}

export type Binding =
  | string
  | {
      /** Dotted path of the document's field. */
      field: string
      /** Default: `text`. */
      codec?: Codec
      /** Value if there is none. It is not written, unless the key is already in the file. */
      default?: string | number | boolean
      /** Field whose value this key shows while `field` itself is empty. A file value equal to it leaves `field` empty. */
      fallback?: string
      /** The file is rejected without this key or with an empty value. Default: false. */
      required?: boolean
    }
  /**
   * Derived from fields: `/learn/{subject.slug}/questions/{slug}`. A file's value must agree with its path.
   * `field` is the document's field that holds the derived value, if there is one.
   */
  | { template: string; field?: string }
  /** Printed into new files, kept as it is in existing ones. */
  | { constant: string }

export type LinksBinding = {
  /** Keys are this prefix followed by a number from 1: `related_article1`. */
  prefix: string
  /** Relationship field (`hasMany`, to the mapping's own collection) that holds the resolved links. */
  field: string
  /** JSON field that holds the unresolved links. */
  unresolved: string
  /** Keys of a block, in order, each with the dotted field of the target that it shows. */
  block: Record<string, string>
  /** The key of the block that identifies the target, and the field of the target with the same value. */
  key: string
}

/** How the documents of one collection are stored in files: one table for imports, exports, comparisons and reports. */
export type Mapping = {
  /** Slug of the collection. */
  collection: string
  /**
   * Path under the content root. Each `{name}` is a field, or `relation.field`; `{name...}` is any number of folders.
   * Several patterns must have the same names; a new file uses the first.
   */
  files: string | string[]
  /**
   * Glob patterns of files that match `files` but are not documents, such as Hugo's `_index.md`. A pattern without a
   * slash matches the name in any folder. These files are left alone. Default: none.
   */
  ignore?: string[]
  /** Codecs for names in `files` whose field is not a text: `{ date: day }`. Default: the codec of the field's own key. */
  pathCodecs?: Record<string, Codec>
  /** Locales with a file each: `{locale}` in `files`. A pattern without it is for the first one. Default: none. */
  locales?: string[]
  /**
   * Values of fields that the files do not contain, by dotted path, such as a tenant. An import sets them in each document
   * that it creates. An export also writes documents with other values, except for the field named by `within`. A
   * relationship is given by id. Default: none.
   */
  values?: Record<string, unknown>
  /** Unique field that identifies a document across files, bound to a key or in the path: `url`, or `slug`. */
  key: string
  /**
   * Field within which the key is unique, for documents of several tenants: `tenant`. It is bound to a key, in the path,
   * or set by `values` or for a run. Default: the key is globally unique.
   */
  within?: string
  /** Dotted front matter key to binding. Keys that are not listed are kept unchanged. */
  frontMatter: Record<string, Binding>
  /** The text after the front matter, without the blank lines around it. Without it, the text is kept unchanged. */
  body?: Binding
  /** Numbered link blocks. */
  links?: LinksBinding
  /** Exports write the images that Markdown shows, and imports upload new ones. Default: images stay where they are. */
  images?: ImagesBinding
  /** A field whose value may repeat, with a warning: a legacy id. */
  repeatableId?: string
  /** How new files are printed. */
  format?: Partial<FileFormat>
}
