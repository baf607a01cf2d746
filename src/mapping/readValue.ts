import type { FrontMatterNode, MapNode } from '../frontMatter/types.ts'
import type { ValueBinding } from './bindings.ts'
import { findings } from './findings.ts'
import { isEmpty } from './isEmpty.ts'
import type { Decoded } from './types.ts'

/** Reads the node that a binding names, if it is there; a missing one that is required is reported at the top. */
export const readValue = (
  binding: ValueBinding,
  node: FrontMatterNode | undefined,
  top: MapNode,
): Decoded => {
  const decoded = node ? binding.codec.decode(node) : { value: undefined }
  if (!binding.required || decoded.findings || !isEmpty(decoded.value)) return decoded
  const name = binding.key.length > 0 ? `key '${binding.key.join('.')}'` : 'text after the front matter'
  const message = `The ${name} is ${node ? 'empty' : 'missing'}.`
  return { value: undefined, findings: [findings.error('missing-key', node ?? top, message, 'Add it.')] }
}
