import { joinLinks } from './linkList.ts'

/** Where the documents of a collection hold their links, and the field that links to them go by. */
export type LinkFields = { collection: string; field: string; unresolved: string; key: string }

/** A link as the index holds it: it leads to a document, or waits for a URL. */
export type LinkRow = { draft: boolean; position: number } & ({ to: string } | { url: string })

type Values = Record<string, unknown>

const rowsOfState = ({ field, unresolved }: LinkFields, state: Values, draft: boolean): LinkRow[] =>
  joinLinks(state[field], state[unresolved]).map((entry, position) =>
    'id' in entry ? { draft, position, to: String(entry.id) } : { draft, position, url: entry.url },
  )

/** What the index holds of a document: the links of its row, and those of a draft on top of it. */
export const linkRows = (
  fields: LinkFields,
  { row, draft }: { row: Values | undefined; draft: Values | undefined },
): LinkRow[] => [
  ...(row ? rowsOfState(fields, row, false) : []),
  ...(draft ? rowsOfState(fields, draft, true) : []),
]

const keyOf = (row: LinkRow): string =>
  JSON.stringify([row.draft, row.position, 'to' in row ? row.to : null, 'url' in row ? row.url : null])

/** What is to be added to stored rows, and which of them are to go, so that the wanted ones are left, each once. */
export const linkChanges = <Stored extends LinkRow>(
  stored: readonly Stored[],
  wanted: readonly LinkRow[],
): { added: LinkRow[]; removed: Stored[] } => {
  const missing = new Map(wanted.map((row) => [keyOf(row), row]))
  const removed = stored.filter((row) => !missing.delete(keyOf(row)))
  return { added: [...missing.values()], removed }
}
