import { Button } from '@payloadcms/ui'
import type { BeforeListServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { createLocalReq } from 'payload'
import { mayRun } from '../../../documents/registeredOptions.ts'
import { translate } from '../../../translations/translate.ts'
import './RunList.css'

const pages = [
  { path: '/import', title: 'answerbook:importing:title' },
  { path: '/export', title: 'answerbook:exporting:title' },
] as const

/** Links above the history of runs to the pages that start one. */
export const RunListLinks = async ({ i18n, payload, user }: BeforeListServerProps) => {
  if (!user || !mayRun(await createLocalReq({ user }, payload))) return null
  const adminRoute = payload.config.routes.admin
  return (
    <div className="answerbook-run__links">
      {pages.map(({ path, title }) => (
        <Button
          buttonStyle="secondary"
          el="link"
          key={path}
          margin={false}
          size="small"
          to={formatAdminURL({ adminRoute, path })}
        >
          {translate(i18n, title)}
        </Button>
      ))}
    </div>
  )
}
