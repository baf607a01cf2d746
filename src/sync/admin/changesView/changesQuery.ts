import { type ChangeKind, changeKinds } from '../../changes/changeRows.ts'

/** What the page of changes shows: all, or those of a kind or a person. Pages begin with 1. */
export type ChangesShown = { kind: ChangeKind | undefined; person: string | undefined; page: number }

type Params = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined): string | undefined => [value ?? []].flat()[0] || undefined

/** Reads what to show from the query of a URL; anything invalid is ignored. */
export const changesShown = (params: Params): ChangesShown => {
  const page = Number(one(params.page) ?? 1)
  return {
    kind: changeKinds.find((kind) => kind === one(params.kind)),
    person: one(params.person),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

/** The query of a URL that shows another page of the same. */
export const queryOf = ({ kind, page, person }: ChangesShown): string => {
  const given = { ...(kind ? { kind } : {}), ...(person === undefined ? {} : { person }) }
  return `?${new URLSearchParams({ ...given, page: String(page) })}`
}
