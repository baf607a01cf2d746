'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'

import { ask } from '../../admin/ask.ts'
import { numberIn, recordsIn, textIn } from '../../admin/readJson.ts'

/** A document that links to the one being edited. */
export type ShownInboundLink = { id: string; title: string; url: string; state: string; page: string }

/** A page of these documents. `isCapped`: there are more than `total`. */
export type InboundPage = {
  links: ShownInboundLink[]
  total: number
  totalPages: number
  isCapped: boolean
}

export type InboundState = {
  /** What was loaded last, even while another page is being loaded. */
  found: InboundPage | undefined
  isLoading: boolean
  hasFailed: boolean
}

/** Loads a page of the documents that link to the one being edited; nothing while it is new. `attempt`: loads again. */
export const useInboundLinks = (page: number, attempt: number): InboundState => {
  const { routes } = useConfig().config
  const { collectionSlug = '', id } = useDocumentInfo()
  const [loaded, setLoaded] = useState<{ key?: string; found?: InboundPage; hasFailed: boolean }>({
    hasFailed: false,
  })
  const { admin: adminRoute, api: apiRoute } = routes
  const key = id === undefined ? undefined : `${collectionSlug}/${id}?page=${page}`
  const request = `${key} ${attempt}`
  useEffect(() => {
    if (key === undefined) return
    const leaving = new AbortController()
    const address = formatAdminURL({ apiRoute, path: `/answerbook/inbound/${key}` })
    void ask(address, { signal: leaving.signal }).then((answer) => {
      if (leaving.signal.aborted) return
      if (!answer.ok) {
        setLoaded((before) => ({ ...before, key: request, hasFailed: true }))
        return
      }
      const links = recordsIn(answer.body, 'docs').map((row) => {
        const linking = String(row.id)
        return {
          id: linking,
          title: textIn(row, 'title'),
          url: textIn(row, 'url'),
          state: textIn(row, 'state'),
          page: formatAdminURL({ adminRoute, path: `/collections/${collectionSlug}/${linking}` }),
        }
      })
      const found = {
        links,
        total: numberIn(answer.body, 'totalDocs') ?? links.length,
        totalPages: numberIn(answer.body, 'totalPages') ?? 1,
        isCapped: answer.body.isCapped === true,
      }
      setLoaded({ key: request, found, hasFailed: false })
    })
    return () => leaving.abort()
  }, [adminRoute, apiRoute, collectionSlug, key, request])
  const isLoading = key !== undefined && loaded.key !== request
  return { found: loaded.found, isLoading, hasFailed: loaded.hasFailed && !isLoading }
}
