import { Banner, Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { AdminPage, type AdminPageProps } from '../../../admin/AdminPage.tsx'
import { KeepFresh } from '../../../admin/KeepFresh.tsx'
import { documentsOf } from '../../../documents/documents.ts'
import { mayRun, slugsOf } from '../../../documents/registeredOptions.ts'
import { translate } from '../../../translations/translate.ts'
import '../runView/RunView.css'
import './Forms.css'

const pageOf = ({ payload }: PayloadRequest, path: `/${string}`): string =>
  formatAdminURL({ adminRoute: payload.config.routes.admin, path })

type RunningProps = { req: PayloadRequest; except: string | undefined }

const Running = async ({ except, req }: RunningProps) => {
  const { runs } = slugsOf(req.payload)
  const found = await documentsOf(req.payload).find({
    collection: runs,
    limit: 2,
    disableErrors: true,
    overrideAccess: false,
    req,
    sort: '-createdAt',
    where: { status: { equals: 'running' } },
  })
  const run = found.find(({ id }) => String(id) !== except)
  if (!run) return null
  const kind = run.kind === 'export' ? 'export' : 'import'
  const who = typeof run.who === 'string' && run.who !== '' ? run.who : undefined
  return (
    <Banner type="info">
      {who === undefined
        ? translate(req, `answerbook:importing:running:${kind}`)
        : translate(req, `answerbook:importing:runningBy:${kind}`, { who })}{' '}
      <Link href={pageOf(req, `/collections/${runs}/${String(run.id)}`)}>
        {translate(req, 'answerbook:importing:see')}
      </Link>
      <KeepFresh every={5000} />
    </Banner>
  )
}

/** The frame of the pages that start runs: refuses those who may not, and names a run that is in progress. */
export const RunPage = ({ children, ...page }: AdminPageProps) => {
  const { initPageResult, searchParams } = page.view
  const { req } = initPageResult
  // The check that the page itself shows.
  const check = searchParams?.check
  if (!req.user) return <AdminPage {...page}>{null}</AdminPage>
  if (!mayRun(req))
    return <AdminPage {...page}>{translate(req, 'answerbook:messages:runForbidden')}</AdminPage>
  return (
    <AdminPage {...page}>
      <Running except={typeof check === 'string' ? check : undefined} req={req} />
      {children}
      <p className="answerbook-page__history">
        <Link href={pageOf(req, `/collections/${slugsOf(req.payload).runs}`)}>
          {translate(req, 'answerbook:importing:history')}
        </Link>
      </p>
    </AdminPage>
  )
}
