import { mergeRecords } from '../../mapping/merge/mergeRecords.ts'
import { differences } from '../../mapping/records.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'

/** The three sides of a comparison, and what an export wrote last; each absent if there is none. */
export type Sides = {
  file: MappedRecord
  document: MappedRecord | undefined
  base: MappedRecord | undefined
  exported: MappedRecord | undefined
  /** Fields that the file of another locale sets, which are ignored. Default: none. */
  foreign?: readonly string[]
}

/** Whose value a field gets if the changes of both sides cannot be merged. */
export type ConflictChoice = 'file' | 'cms'

/** What an import does with a file whose text it has not seen before. */
export type Plan =
  | { action: 'create' }
  /** The document takes what the file has changed. */
  | Update
  /**
   * The document has what the file says, or has changed where the file has not (`isMerge`): only the base moves.
   */
  | { action: 'adopt'; open: string[]; isMerge: boolean }
  /** Nothing tells which side is newer: the document stays, and so does the base. */
  | { action: 'conflict'; fields: string[] }

export type Update = {
  action: 'update'
  /** The document's record after the update. */
  record: MappedRecord
  /** Fields that get another value; empty if every change of the file is a conflict. */
  fields: string[]
  /** Whether the document keeps changes of its own. */
  isMerge: boolean
  /** Fields with a new conflict. The document keeps its value. */
  conflicts: string[]
  /** The same, and those of earlier imports for which nobody has chosen a side. */
  open: string[]
}

/** How conflicts are settled: by one choice for all; otherwise they stay open. */
export type Settling = {
  choice?: ConflictChoice | undefined
  /** Conflicts of earlier imports. */
  open?: readonly string[]
  /** The fields that the choice settles. Default: all conflicts. */
  chosen?: readonly string[] | undefined
}

/**
 * Decides by comparing file, document and what both were before, field by field; see `mergeRecords`. A choice settles
 * conflicts, those of earlier imports too; without one the document keeps its value, and they stay open.
 */
export const planFile = (
  mapping: Mapping,
  sides: Sides,
  { choice, chosen, open: before = [] }: Settling = {},
): Plan => {
  const { base, document, exported, file, foreign = [] } = sides
  if (!document) return { action: 'create' }
  const { record, conflicts } = mergeRecords(mapping, { base, document, exported, file, foreign })
  const isKnown = base !== undefined || exported !== undefined
  if (conflicts.length > 0 && !choice && !isKnown) return { action: 'conflict', fields: conflicts }
  const different = differences(mapping, record, file)
  const inConflict = chosen ?? [...conflicts, ...before]
  const all = different.filter((field) => inConflict.includes(field))
  const result = choice === 'file' ? withFields(mapping, record, file, all) : record
  const fields = differences(mapping, document, result)
  const open = choice ? [] : all
  const isMerge = differences(mapping, result, file).some((field) => !foreign.includes(field))
  if (fields.length === 0 && (choice !== undefined || conflicts.length === 0))
    return { action: 'adopt', open, isMerge }
  return { action: 'update', record: result, fields, isMerge, conflicts: choice ? [] : conflicts, open }
}

/** How a report counts a planned file, which may have moved. A conflict counts more than a move. */
export const outcomeOf = (
  plan: Exclude<Plan, { action: 'conflict' }>,
  isMove = false,
): 'created' | 'updated' | 'merged' | 'conflicts' | 'moved' | 'unchanged' => {
  if (plan.action === 'create') return 'created'
  if (plan.action === 'update' && plan.conflicts.length > 0) return 'conflicts'
  if (isMove) return 'moved'
  if (plan.action === 'adopt') return 'unchanged'
  return plan.isMerge ? 'merged' : 'updated'
}

/**
 * The sides that a newer draft is compared with. Without a former state, what is published now takes its place, and the draft
 * gets what changes there.
 */
export const draftSides = (
  { base, document, exported, file }: Sides,
  plan: Plan,
): Pick<Sides, 'base' | 'exported' | 'file'> => {
  const isKnown = base !== undefined || exported !== undefined
  if (isKnown || plan.action !== 'update') return { base, exported, file }
  return { base: document, exported, file: plan.record }
}

const withFields = (
  { links }: Mapping,
  record: MappedRecord,
  from: MappedRecord,
  fields: readonly string[],
): MappedRecord => ({
  ...record,
  fields: {
    ...record.fields,
    ...Object.fromEntries(
      fields.filter((field) => field !== links?.field).map((field) => [field, from.fields[field]]),
    ),
  },
  links: links && fields.includes(links.field) ? from.links : record.links,
})
