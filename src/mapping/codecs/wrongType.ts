import type { FrontMatterNode } from '../../frontMatter/types.ts'
import { findings } from '../findings.ts'
import type { Decoded } from '../types.ts'

const kinds = { scalar: 'a text', list: 'a list', map: 'a group of keys' }

/** What a codec answers to a node of a kind it does not read. */
export const wrongType = (node: FrontMatterNode, expected: string): Decoded => {
  const message = `Expected ${expected}, found ${kinds[node.kind]}.`
  return {
    value: undefined,
    findings: [findings.error('wrong-type', node, message, `Write ${expected} here.`)],
  }
}
