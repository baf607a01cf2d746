import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { ReactNode } from 'react'

import './AdminPage.css'
import { PageSteps } from './PageSteps.tsx'

export type AdminPageProps = {
  /** What Payload passes to a view. */
  view: AdminViewServerProps
  title: string
  /** A sentence below the title. */
  description?: string
  children: ReactNode
}

// Payload renders views that are added to its own for everybody, signed in or not, and without the navigation.
const signIn = ({ initPageResult: { req }, params }: AdminViewServerProps): never => {
  const { admin, routes } = req.payload.config
  const segments = [params?.segments ?? []].flat()
  const here = formatAdminURL({ adminRoute: routes.admin, path: `/${segments.join('/')}` })
  const login = formatAdminURL({ adminRoute: routes.admin, path: admin.routes.login })
  return redirect(`${login}?redirect=${encodeURIComponent(here)}`)
}

/** The frame of a page that the plugin adds to the admin: navigation, title and content. Redirects visitors to the login. */
export const AdminPage = ({ children, description, title, view }: AdminPageProps) => {
  const { initPageResult, params, searchParams, viewActions } = view
  const { locale, permissions, req, visibleEntities } = initPageResult
  if (!req.user) return signIn(view)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      payload={req.payload}
      permissions={permissions}
      req={req}
      {...(searchParams ? { searchParams } : {})}
      user={req.user}
      {...(viewActions ? { viewActions } : {})}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <PageSteps title={title} />
      <Gutter className="answerbook-page">
        <h1 className="answerbook-page__title">{title}</h1>
        {description !== undefined && <p className="answerbook-page__description">{description}</p>}
        {children}
      </Gutter>
    </DefaultTemplate>
  )
}
