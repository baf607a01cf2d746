import type { Finding } from '../../problems/problems.ts'
import type { FrontMatterNode, ScalarNode } from '../../frontMatter/types.ts'
import { errorAt } from '../findings.ts'
import type { Decoded, FieldValue } from '../types.ts'

type Options = {
  /** The expected value, as used in messages: `a number`. */
  expected: string
  /** Parses the trimmed text; `undefined` if it is not what is expected. */
  read: (text: string) => FieldValue
  /** How a text that cannot be parsed is reported. Default: an `invalid-value` error. */
  report?: (node: FrontMatterNode, message: string, remedy: string) => Finding
}

/**
 * Builds the `decode` of a codec whose text represents a typed value. YAML's words for null mean no value. A text that
 * cannot be parsed results in no value and a finding; the file keeps the text, since no value was read.
 */
export const decodeTyped = ({ expected, read, report }: Options): ((node: FrontMatterNode) => Decoded) =>
  decodeScalar(expected, (text, node) => {
    const trimmed = text.trim()
    if (node.style === 'plain' && /^(?:~|null|Null|NULL)$/.test(trimmed)) return { value: undefined }
    const value = read(trimmed)
    if (value !== undefined) return { value }
    const message = `Expected ${expected}, found '${trimmed.slice(0, 60)}'.`
    const remedy = `Write ${expected} here, or remove the key.`
    const finding = report?.(node, message, remedy) ?? errorAt('invalid-value', node, message, remedy)
    return { value: undefined, findings: [finding] }
  })

/** Builds the `decode` of a codec that reads a single text; an empty one means no value. */
export const decodeScalar =
  (expected: string, decode: (text: string, node: ScalarNode) => Decoded) =>
  (node: FrontMatterNode): Decoded => {
    if (node.kind !== 'scalar') return wrongType(node, expected)
    return node.value === '' ? { value: undefined } : decode(node.value, node)
  }

const kinds = { scalar: 'a text', list: 'a list', map: 'a group of keys' }

/** The result of a codec for a node of a kind that it does not support. */
export const wrongType = (node: FrontMatterNode, expected: string): Decoded => {
  const message = `Expected ${expected}, found ${kinds[node.kind]}.`
  return {
    value: undefined,
    findings: [errorAt('wrong-type', node, message, `Write ${expected} here.`)],
  }
}

/** A programming error: a field is bound to a codec that cannot print its values. */
export const unexpectedValue = (codec: string, value: unknown): TypeError =>
  new TypeError(
    `The codec '${codec}' cannot print ${JSON.stringify(value)}. Bind the field to another codec.`,
  )
