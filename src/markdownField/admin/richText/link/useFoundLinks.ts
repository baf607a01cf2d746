'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { LinkTarget } from '../RichTextContext.ts'
import { isRecord } from '../../../../admin/isRecord.ts'

/** A document that a text can link to. */
export type FoundLink = { title: string; url: string }

const maxLinks = 8

/** While a user types, the search waits this long, in milliseconds. */
const pause = 180

const docsOf = (body: unknown): Record<string, unknown>[] =>
  isRecord(body) && Array.isArray(body.docs) ? body.docs.filter(isRecord) : []

const search = async (
  api: string,
  { collection, title, url }: LinkTarget,
  query: string,
  signal: AbortSignal,
): Promise<FoundLink[]> => {
  const asked = new URLSearchParams({
    [`where[and][0][${title}][like]`]: query,
    [`where[and][1][${url}][exists]`]: 'true',
    [`select[${title}]`]: 'true',
    [`select[${url}]`]: 'true',
    depth: '0',
    limit: String(maxLinks),
  })
  const response = await fetch(`${api}/${collection}?${asked.toString()}`, { credentials: 'include', signal })
  if (!response.ok) return []
  return docsOf(await response.json()).flatMap((doc) => {
    const found = { title: doc[title], url: doc[url] }
    return typeof found.title === 'string' && typeof found.url === 'string'
      ? [{ title: found.title, url: found.url }]
      : []
  })
}

/** Documents whose title contains the words of a query. Empty if the query is empty or a URL. */
export const useFoundLinks = (targets: LinkTarget[], query: string): FoundLink[] => {
  const [found, setFound] = useState<FoundLink[]>([])
  const { config } = useConfig()
  const api = `${config.serverURL}${config.routes.api}`
  useEffect(() => {
    const words = query.trim()
    if (words.length < 2 || /^(?:\/|#|[a-z]+:)/i.test(words)) {
      setFound([])
      return
    }
    const controller = new AbortController()
    const timer = setTimeout(() => {
      Promise.all(targets.map((target) => search(api, target, words, controller.signal))).then(
        (lists) => setFound(lists.flat().slice(0, maxLinks)),
        () => undefined,
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [api, targets, query])
  return found
}
