import type { ServerProps } from 'payload'
import { createLocalReq } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { mayRun } from '../../../documents/registeredOptions.ts'
import { translate } from '../../../translations/translate.ts'
import { FileLinkGroup } from './FileLinkGroup.tsx'

const pages = [
  { path: '/import', title: 'answerbook:importing:title' },
  { path: '/export', title: 'answerbook:exporting:title' },
  { path: '/changes', title: 'answerbook:changes:link' },
] as const

/** Links in the navigation to the pages that import and export and to what the next export changes, for those who may. */
export const FileLinks = async ({ i18n, payload, user }: ServerProps) => {
  if (!user) return null
  const req = await createLocalReq({ user }, payload)
  if (!mayRun(req)) return null
  const adminRoute = payload.config.routes.admin
  return (
    <FileLinkGroup
      label={translate(i18n, 'answerbook:importing:group')}
      links={pages.map(({ path, title }) => ({
        href: formatAdminURL({ adminRoute, path }),
        label: translate(i18n, title),
      }))}
    />
  )
}
