import type { FrontMatterNode, ScalarNode } from '../../frontMatter/types.ts'
import type { Decoded } from '../types.ts'
import { wrongType } from './wrongType.ts'

/** Builds the `decode` of a codec that reads a single text; an empty one is no value. */
export const decodeScalar =
  (expected: string, decode: (text: string, node: ScalarNode) => Decoded) =>
  (node: FrontMatterNode): Decoded => {
    if (node.kind !== 'scalar') return wrongType(node, expected)
    return node.value === '' ? { value: undefined } : decode(node.value, node)
  }
