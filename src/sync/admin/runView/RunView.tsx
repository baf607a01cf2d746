import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import { collectionSlug, documentsOf } from '../../../documents/documents.ts'
import { rowsOf } from '../../../documents/rows.ts'
import { mayRun, slugsOf } from '../../../documents/registeredOptions.ts'
import { fieldLabels } from '../runResults/fieldLabels.ts'
import { problemPages } from './problemPages.ts'
import { RunReport } from './RunReport.tsx'
import '../../../admin/AdminPage.css'
import './RunView.css'
import { storedRun } from './storedRun.ts'

/** The report of an import or export: when it ran, its counts, and the problems that it found. */
export const RunView = async ({ initPageResult }: DocumentViewServerProps) => {
  const { docID, req } = initPageResult
  if (docID === undefined) return null
  const { payload } = req
  const row = await documentsOf(payload).findByID({
    collection: slugsOf(payload).runs,
    id: docID,
    overrideAccess: false,
    req,
  })
  if (!row) return null
  // What it was asked to do names a folder of the server, so it is hidden from the API.
  const isAllowed = mayRun(req)
  const request = isAllowed
    ? (await rowsOf(payload).findById(slugsOf(payload).runs, docID))?.request
    : undefined
  const run = storedRun({ ...row, request })
  return (
    <Gutter className="answerbook-run">
      <RunReport
        collection={collectionSlug(slugsOf(payload).runs)}
        id={String(docID)}
        labels={fieldLabels(req)}
        mayRun={isAllowed}
        pages={await problemPages(req, run.problems)}
        run={run}
      />
    </Gutter>
  )
}
