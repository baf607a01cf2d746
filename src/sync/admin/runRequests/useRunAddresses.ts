'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useMemo } from 'react'

export type RunAddresses = {
  /** The URL of an endpoint under `/api/answerbook`. */
  api: (path: string) => string
  /** The admin page of a document. */
  page: (collection: string, id: string) => string
  /** The admin page that starts imports or exports. */
  form: (kind: 'export' | 'import') => string
}

/** Where the screens of imports and exports find their endpoints and pages in this app. */
export const useRunAddresses = (): RunAddresses => {
  const { routes } = useConfig().config
  const { admin: adminRoute, api: apiRoute } = routes
  return useMemo(
    () => ({
      api: (path) => formatAdminURL({ apiRoute, path: `/answerbook/${path}` }),
      page: (collection, id) => formatAdminURL({ adminRoute, path: `/collections/${collection}/${id}` }),
      form: (kind) => formatAdminURL({ adminRoute, path: `/${kind}` }),
    }),
    [adminRoute, apiRoute],
  )
}
