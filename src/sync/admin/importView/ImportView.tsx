import type { AdminViewServerProps } from 'payload'

import { translate } from '../../../translations/translate.ts'
import { RunPage } from '../runRequests/RunPage.tsx'
import { fieldLabels } from '../runResults/fieldLabels.ts'
import { slugsOf } from '../../../documents/registeredOptions.ts'
import { ImportForm } from './ImportForm.tsx'

/** The page of the admin that imports files: from a folder on the server or an upload, after a check. */
export const ImportView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  return (
    <RunPage
      description={translate(req, 'answerbook:importing:description')}
      title={translate(req, 'answerbook:importing:title')}
      view={view}
    >
      <ImportForm collection={slugsOf(req.payload).runs} labels={fieldLabels(req)} />
    </RunPage>
  )
}
