'use client'

import { Button } from '@payloadcms/ui'

import { useWords } from '../../../admin/useWords.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'
import { AgainLink } from './AgainLink.tsx'
import type { StoredRun } from './storedRun.ts'

export type RunActionsProps = { id: string; run: StoredRun }

/** Downloads of a run that has ended: its report, and the zip that it has exported; and a link to start it again. */
export const RunActions = ({ id, run }: RunActionsProps) => {
  const { isDownload, status } = run
  const hasFinished = status === 'done' || status === 'errors'
  const { api } = useRunAddresses()
  const { t } = useWords()
  return (
    <div className="answerbook-run__actions">
      {!hasFinished && <AgainLink run={run} />}
      {isDownload && hasFinished && (
        <Button
          el="anchor"
          extraButtonProps={{ download: true }}
          margin={false}
          size="medium"
          url={api(`runs/${id}/download`)}
        >
          {t('answerbook:runs:downloadZip')}
        </Button>
      )}
      <Button
        buttonStyle="secondary"
        el="anchor"
        extraButtonProps={{ download: true }}
        margin={false}
        size="medium"
        url={api(`runs/${id}/report`)}
      >
        {t('answerbook:runs:downloadReport')}
      </Button>
    </div>
  )
}
