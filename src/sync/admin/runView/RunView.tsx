import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import { collectionSlug, documentsOf } from '../../../documents/documents.ts'
import { slugsOf } from '../../../documents/registeredOptions.ts'
import { problemPages } from './problemPages.ts'
import { RunReport } from './RunReport.tsx'
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
  const run = storedRun(row)
  return (
    <Gutter className="answerbook-run">
      <RunReport
        collection={collectionSlug(slugsOf(payload).runs)}
        pages={await problemPages(req, run.problems)}
        run={run}
      />
    </Gutter>
  )
}
