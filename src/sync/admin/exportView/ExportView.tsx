import type { AdminViewServerProps } from 'payload'

import { slugsOf } from '../../../documents/registeredOptions.ts'
import { translate } from '../../../translations/translate.ts'
import { RunPage } from '../runRequests/RunPage.tsx'
import { ExportForm } from './ExportForm.tsx'
import { NextChanges } from './NextChanges.tsx'

/** The page of the admin that exports files: to a folder on the server or a zip. */
export const ExportView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  return (
    <RunPage
      description={translate(req, 'answerbook:exporting:description')}
      title={translate(req, 'answerbook:exporting:title')}
      view={view}
    >
      <ExportForm collection={slugsOf(req.payload).runs} />
      <NextChanges req={req} />
    </RunPage>
  )
}
