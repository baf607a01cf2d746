import type { Change, FrontMatterNode } from '../frontMatter/types.ts'
import type { ValueBinding } from './bindings.ts'
import { isEmpty, sameValue, shownValue, typedBy } from './values.ts'
import type { MappedRecord } from './types.ts'

/** Whether a key is in the file only to repeat its fallback. */
const showsFallback = (
  { codec, fallback, field }: ValueBinding,
  record: MappedRecord,
  node: FrontMatterNode,
) => fallback !== undefined && isEmpty(record.fields[field]) && !isEmpty(codec.decode(node).value)

/**
 * The change that sets a key to the record's value, or none if it already has it. `node` is the current node of the
 * file, `base` the record of the file; both records are in canonical form.
 */
export const valueChange = (
  binding: ValueBinding,
  node: FrontMatterNode | undefined,
  base: MappedRecord,
  record: MappedRecord,
): Change | undefined => {
  const { codec, field, key } = binding
  const isSame = sameValue(codec, base.fields[field], record.fields[field])
  if (isSame && !(node && showsFallback(binding, base, node))) return undefined
  const wanted = shownValue(binding, record)
  const remove: Change | undefined = node ? { kind: 'remove', key } : undefined
  if (isEmpty(wanted)) return remove
  if (node && sameValue(codec, codec.decode(node).value, wanted)) return undefined
  const value = codec.encode(wanted, node)
  return value.length === 0 ? remove : { kind: 'set', key, value: typedBy(codec, value) }
}
