import { gapText } from '../../mapping/gaps.ts'
import { textOf } from '../../mapping/guards.ts'
import type { Link, LinksBinding, MappedRecord, Mapping } from '../../mapping/types.ts'
import { numberOfText } from '../import/numberList.ts'

/** What a link shows of its target, as numbers of texts in the order of the block; undefined if it lacks the key. */
export type Shown = readonly (number | undefined)[]

// Subjects are spelled in several ways.
const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : numberOfText(text.trim().toLowerCase())

/** The keys of a link block that only repeat what its target says. */
const shownKeys = ({ block, key }: LinksBinding): string[] =>
  Object.keys(block).filter((name) => name !== key)

/** What a link of a file shows. */
export const shownBy = (binding: LinksBinding, { values }: Link): Shown =>
  shownKeys(binding).map((key) => numberOf(values[key]))

/** What links to a document should show. */
export const shownOf = (mapping: Mapping, binding: LinksBinding, { fields }: MappedRecord): Shown =>
  shownKeys(binding).map((key) => {
    const field = binding.block[key] ?? ''
    return numberOf(gapText(mapping, fields, field) ?? textOf(fields[field]))
  })

/** The keys in which a link shows something else than it should. */
export const staleKeys = (binding: LinksBinding, shown: Shown, right: Shown): string[] =>
  shownKeys(binding).filter((_, at) => shown[at] !== undefined && shown[at] !== right[at])
