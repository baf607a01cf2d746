import type { Payload } from 'payload'

import type { Mapping } from '../../mapping/types.ts'
import { firingPath, isServed, locationOf, lookupPath, ownPath } from '../../urls/redirects/redirectPaths.ts'
import { redirectsOf } from '../../urls/redirects/redirectRecords.ts'
import type { RedirectTarget } from '../../urls/redirects/redirectShape.ts'
import { chunks } from '../../documents/pages.ts'
import type { Problem } from '../../problems/problems.ts'
import type { ListedRedirect, UnreadableItem } from './readRedirectList.ts'
import { redirectProblems } from './redirectProblems.ts'
import { isDocumentPath, ownersOf } from './resolveTargets.ts'

const pageSize = 200

/** A redirect to be created, at its place in the list, and the one from the same path that it replaces. */
export type PlannedRedirect = { from: string; to: RedirectTarget; line: number; column: number }

// Lists often contain whole addresses of the site, whose host the CMS may not know.
const pathOf = (address: string, serverUrl: string): string | undefined => {
  const isWhole = /^https?:\/\//i.test(address) && URL.canParse(address)
  if (!isWhole) return address
  const url = new URL(address)
  if (serverUrl !== '') return ownPath(address, serverUrl) && `${url.pathname}${url.search}${url.hash}`
  return `${url.pathname}${url.search}${url.hash}`
}

/** The path of a target on this site as redirects are looked up; undefined for another address, or with a query. */
const targetPath = (
  to: string,
  serverUrl: string,
  isOfSite: (address: string) => boolean,
): string | undefined => {
  const isWhole = /^https?:\/\//i.test(to)
  const path = isWhole && !isOfSite(to) ? undefined : pathOf(to, serverUrl)
  return path?.startsWith('/') && !/[?#]/.test(path) ? (firingPath(path) ?? lookupPath(path)) : undefined
}

type Listed = ListedRedirect & { path: string; target: string | undefined }

/**
 * Plans the redirects of a list: each leads to the document that has its new URL, or had it before other redirects of the
 * list or of the site; or to a fixed path or address. Reports those that are not possible, each at its place in `file`.
 */
export const planRedirects = async (
  payload: Payload,
  mappings: readonly Mapping[],
  { file, items }: { file: string; items: readonly (ListedRedirect | UnreadableItem)[] },
): Promise<{ planned: PlannedRedirect[]; problems: Problem[] }> => {
  const problems: Problem[] = []
  const serverUrl = payload.config.serverURL
  // The host of old URLs is this site's.
  const hosts = new Set(
    items.flatMap(({ from }) =>
      from !== undefined && /^https?:/i.test(from) && URL.canParse(from) ? new URL(from).host : [],
    ),
  )
  const isOfSite = (address: string): boolean =>
    URL.canParse(address) && (hosts.has(new URL(address).host) || ownPath(address, serverUrl) !== undefined)
  const listed = new Map<string, Listed>()
  for (const item of items) {
    const place = { path: file, line: item.line, column: item.column }
    if (item.from === undefined) {
      problems.push(redirectProblems.unreadable(place))
      continue
    }
    const path = firingPath(pathOf(item.from, serverUrl) ?? '')
    const target = targetPath(item.to, serverUrl, isOfSite)
    if (path === undefined || isServed(path)) problems.push(redirectProblems.invalidFrom(place, item.from))
    else if (target === undefined && locationOf(item.to) === undefined)
      problems.push(redirectProblems.invalidTo(place, item.to))
    else {
      const known = listed.get(path)
      if (!known) listed.set(path, { ...item, path, target })
      else if ((known.target ?? known.to) !== (target ?? item.to))
        problems.push(redirectProblems.contradiction(place, path, known.line))
    }
  }
  const paths = [...listed.values()].flatMap(({ path, target }) => [
    path,
    ...(target === undefined ? [] : [target]),
  ])
  const owners = await ownersOf(payload, mappings, paths)
  const existing = new Map<string, RedirectTarget | undefined>()
  for (const some of chunks([...new Set(paths)], pageSize))
    for (const { from, to } of await redirectsOf(payload).from(some)) existing.set(from, to)
  const planned: PlannedRedirect[] = []
  for (const one of listed.values()) {
    const place = { path: file, line: one.line, column: one.column }
    if (owners.get(one.path)?.isPublished) {
      problems.push(redirectProblems.live(place, one.path))
      continue
    }
    const way = [one.path]
    let last = one
    let next = one.target
    let isEnd = false
    while (next !== undefined && !way.includes(next) && !owners.has(next)) {
      way.push(next)
      const following = listed.get(next)
      isEnd = !following
      if (!following) break
      last = following
      next = following.target
    }
    if (next !== undefined && !isEnd && way.includes(next)) {
      problems.push(redirectProblems.loop(place, [...way, next]))
      continue
    }
    const { column, line, path: from } = one
    const owner = next === undefined ? undefined : owners.get(next)
    const before = next === undefined ? undefined : existing.get(next)
    if (owner)
      planned.push({ from, to: { collection: owner.collection, id: String(owner.id) }, line, column })
    else if (before) planned.push({ from, to: before, line, column })
    else if (next !== undefined && isDocumentPath(mappings, next))
      problems.push(redirectProblems.unknownTarget(place, next))
    else planned.push({ from, to: { address: next ?? last.to }, line, column })
  }
  return { planned, problems }
}
