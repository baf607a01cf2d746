import { bindings } from '../../mapping/bindings.ts'
import { differences } from '../../mapping/records.ts'
import type { FieldValue, MappedRecord, Mapping } from '../../mapping/types.ts'
import { sameValue } from '../../mapping/values.ts'
import { text } from '../../mapping/codecs/index.ts'

/**
 * The values that an app's hooks have stored in place of those in a document's file, by field; null for no value. While
 * the document has such a value, nobody has edited it, and the value of the file is used.
 */
export type HookValues = Record<string, FieldValue | null>

const isSame = (mapping: Mapping, field: string, a: FieldValue | null, b: FieldValue | null): boolean =>
  sameValue(bindings(mapping).byField.get(field)?.codec ?? text, a ?? undefined, b ?? undefined)

/** The values that hooks have changed: the stored values of fields that differ from the file. Excludes links. */
export const hookValuesOf = (mapping: Mapping, file: MappedRecord, stored: MappedRecord): HookValues =>
  Object.fromEntries(
    differences(mapping, file, stored).flatMap((field) =>
      field === mapping.links?.field ? [] : [[field, stored.fields[field] ?? null]],
    ),
  )

/** A document's record with the file's values wherever a hook's value has not been edited since. */
export const withoutHookValues = (
  mapping: Mapping,
  document: MappedRecord,
  file: MappedRecord | undefined,
  values: HookValues,
): MappedRecord => {
  if (!file) return document
  const fields = { ...document.fields }
  for (const [field, value] of Object.entries(values))
    if (isSame(mapping, field, fields[field], value)) fields[field] = file.fields[field]
  return { ...document, fields }
}

/** The hook values that remain valid after a file has changed: those of fields whose value in the file is the same. */
export const keptHookValues = (
  mapping: Mapping,
  values: HookValues,
  { before, now }: { before: MappedRecord | undefined; now: MappedRecord },
): HookValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([field]) => before && isSame(mapping, field, before.fields[field], now.fields[field]),
    ),
  )
