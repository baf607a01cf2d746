import { bindings } from '../../mapping/bindings.ts'
import {
  differences,
  type FieldValue,
  type MappedRecord,
  type Mapping,
  sameValue,
  text,
} from '../../mapping/index.ts'

/**
 * What an app's hooks have stored in place of what the file of a document says, by field; null for no value. While the
 * document has it, the file's own value counts: nobody has edited it.
 */
export type HookValues = Record<string, FieldValue | null>

const isSame = (mapping: Mapping, field: string, a: FieldValue | null, b: FieldValue | null): boolean =>
  sameValue(bindings(mapping).byField.get(field)?.codec ?? text, a ?? undefined, b ?? undefined)

/** What hooks have made of a file: the stored values of fields that are not what the file says. Links are left out. */
export const hookValuesOf = (mapping: Mapping, file: MappedRecord, stored: MappedRecord): HookValues =>
  Object.fromEntries(
    differences(mapping, file, stored).flatMap((field) =>
      field === mapping.links?.field ? [] : [[field, stored.fields[field] ?? null]],
    ),
  )

/** A document's record with the values of its file where hooks have stored others and nobody has edited them since. */
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

/** The values that still stand for what a file says after it has changed: those of fields that it has left alone. */
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
