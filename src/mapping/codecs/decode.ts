import type { FrontMatterNode } from '../../frontMatter/types.ts'
import type { Finding } from '../../problems/problems.ts'
import { findings } from '../findings.ts'
import type { Decoded, FieldValue } from '../types.ts'
import { decodeScalar } from './decodeScalar.ts'

type Options = {
  /** What is read, as it stands in messages: `a number`. */
  expected: string
  /** Reads the trimmed text; `undefined` where it is not what is expected. */
  read: (text: string) => FieldValue
  /** How a text that cannot be read is reported. Default: an `invalid-value` error. */
  report?: (node: FrontMatterNode, message: string, remedy: string) => Finding
}

/**
 * Builds the `decode` of a codec whose text stands for a typed value. YAML's words for null are no value.
 * A text that cannot be read gives no value and a finding; as no value was taken, the file keeps it.
 */
export const decodeTyped = ({ expected, read, report }: Options): ((node: FrontMatterNode) => Decoded) =>
  decodeScalar(expected, (text, node) => {
    const trimmed = text.trim()
    if (node.style === 'plain' && /^(?:~|null|Null|NULL)$/.test(trimmed)) return { value: undefined }
    const value = read(trimmed)
    if (value !== undefined) return { value }
    const message = `Expected ${expected}, found '${trimmed.slice(0, 60)}'.`
    const remedy = `Write ${expected} here, or remove the key.`
    const finding = report?.(node, message, remedy) ?? findings.error('invalid-value', node, message, remedy)
    return { value: undefined, findings: [finding] }
  })
