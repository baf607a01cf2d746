'use client'

import { Button } from '@payloadcms/ui'

import { useWords } from '../../../admin/useWords.ts'
import { queryOf } from '../importView/importRequest.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'
import type { StoredRun } from './storedRun.ts'

const queryFor = ({ folder, options }: StoredRun): string => {
  if (folder === undefined) return ''
  const { deleteMissing, full, maxDelete, takeConflicts = 'ask' } = options
  return `?${queryOf({
    source: { kind: 'folder', folder },
    options: { conflicts: takeConflicts, deleteMissing, full, maxDelete: String(maxDelete ?? '') },
  }).toString()}`
}

/** Leads from a run that did not finish to the form that starts it again, filled in with the same folder and options. */
export const AgainLink = ({ run }: { run: StoredRun }) => {
  const { form } = useRunAddresses()
  const { t } = useWords()
  const kind = run.kind === 'export' ? 'export' : 'import'
  return (
    <Button el="link" margin={false} size="medium" to={`${form(kind)}${queryFor(run)}`}>
      {t(`answerbook:runs:again:${kind}`)}
    </Button>
  )
}
