import { joinLinks } from './linkList.ts'

/** The fields of a collection that hold links, and the field by which links refer to documents. */
export type LinkFields = { collection: string; field: string; unresolved: string; key: string }

/** A link in the index: it leads to a document, or is waiting for a URL. */
export type LinkRow = { draft: boolean; position: number } & ({ to: string } | { url: string })

type Values = Record<string, unknown>

const rowsOfState = ({ field, unresolved }: LinkFields, state: Values, draft: boolean): LinkRow[] =>
  joinLinks(state[field], state[unresolved]).map((entry, position) =>
    'id' in entry ? { draft, position, to: String(entry.id) } : { draft, position, url: entry.url },
  )

/** The rows of a document: the links of its row, and those of its newer draft. */
export const linkRows = (
  fields: LinkFields,
  { row, draft }: { row: Values | undefined; draft: Values | undefined },
): LinkRow[] => [
  ...(row ? rowsOfState(fields, row, false) : []),
  ...(draft ? rowsOfState(fields, draft, true) : []),
]

const keyOf = (row: LinkRow): string =>
  JSON.stringify([row.draft, row.position, 'to' in row ? row.to : null, 'url' in row ? row.url : null])

/** The rows to add to the stored ones, and the rows to remove, so that exactly the wanted ones remain. */
export const linkChanges = <Stored extends LinkRow>(
  stored: readonly Stored[],
  wanted: readonly LinkRow[],
): { added: LinkRow[]; removed: Stored[] } => {
  const missing = new Map(wanted.map((row) => [keyOf(row), row]))
  const removed = stored.filter((row) => !missing.delete(keyOf(row)))
  return { added: [...missing.values()], removed }
}
