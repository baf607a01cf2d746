'use client'

import { Button, CheckboxInput, TextInput, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { FolderChoice } from '../runRequests/FolderChoice.tsx'
import { StartProblem } from '../runRequests/StartProblem.tsx'
import { useRoots } from '../runRequests/useRoots.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'
import { useStart } from '../runRequests/useStart.ts'
import { bodyOf, defaultExport, type ExportRequest } from './exportRequest.ts'

export type ExportFormProps = {
  /** Slug of the collection of runs. */
  collection: string
}

/** Chooses where to export to and how, and starts the export. */
export const ExportForm = ({ collection }: ExportFormProps) => {
  const id = useId()
  const { t } = useWords()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const { page } = useRunAddresses()
  const { canCommit, problem: notLoaded, roots } = useRoots()
  const [given, setGiven] = useState<Partial<ExportRequest>>({})
  const { isStarting, problem, start } = useStart()
  const first = roots?.[0]
  const request: ExportRequest = {
    ...defaultExport,
    target: roots && !first ? 'download' : 'folder',
    folder: first?.folder ?? '',
    ...given,
  }
  const { commit, drafts, folder, message, overwrite, target } = request
  const change = (part: Partial<ExportRequest>): void => setGiven({ ...given, ...part })
  const isReady = (target === 'download' || folder !== '') && (!commit || message.trim() !== '')
  const exportNow = async (): Promise<void> => {
    const run = await start(bodyOf(request))
    if (run !== undefined) startRouteTransition(() => router.push(page(collection, run)))
  }
  const radio = (value: ExportRequest['target']) => (
    <label className="answerbook-form__radio">
      <input
        checked={target === value}
        name={id}
        onChange={() => change({ target: value, commit: false })}
        type="radio"
      />
      {t(`answerbook:exporting:to:${value}`)}
    </label>
  )
  return (
    <>
      <form
        className="answerbook-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void exportNow()
        }}
      >
        <fieldset className="answerbook-form__group">
          <legend>{t('answerbook:exporting:target')}</legend>
          {radio('folder')}
          {radio('download')}
          {target === 'folder' && !roots && notLoaded === undefined && (
            <p className="answerbook-run__fine">{t('answerbook:results:loading')}</p>
          )}
          {notLoaded !== undefined && (
            <p className="answerbook-form__problem" role="alert">
              {notLoaded || t('answerbook:results:notLoaded')}
            </p>
          )}
          {target === 'folder' && roots && !first && (
            <p className="answerbook-run__fine">{t('answerbook:folders:none')}</p>
          )}
          {target === 'folder' && roots && first && (
            <FolderChoice folder={folder} onChange={(next) => change({ folder: next })} roots={roots} />
          )}
        </fieldset>
        <fieldset className="answerbook-form__group">
          <legend>{t('answerbook:importing:options')}</legend>
          <CheckboxInput
            checked={drafts}
            id={`${id}-drafts`}
            label={t('answerbook:exporting:drafts')}
            onToggle={({ target: { checked } }) => change({ drafts: checked })}
          />
          {target === 'folder' && (
            <CheckboxInput
              checked={overwrite}
              id={`${id}-overwrite`}
              label={t('answerbook:exporting:overwrite')}
              onToggle={({ target: { checked } }) => change({ overwrite: checked })}
            />
          )}
          {target === 'folder' && canCommit && (
            <CheckboxInput
              checked={commit}
              id={`${id}-commit`}
              label={t('answerbook:exporting:commit')}
              onToggle={({ target: { checked } }) => change({ commit: checked })}
            />
          )}
          {commit && (
            <TextInput
              description={t('answerbook:exporting:messageHint')}
              label={t('answerbook:exporting:message')}
              onChange={({ target: { value } }: { target: HTMLInputElement }) => change({ message: value })}
              path="message"
              required
              value={message}
            />
          )}
        </fieldset>
        <div className="answerbook-form__actions">
          <Button disabled={!isReady || isStarting} margin={false} size="large" type="submit">
            {t(isStarting ? 'answerbook:importing:starting' : 'answerbook:exporting:export')}
          </Button>
          <span className="answerbook-run__fine">{t('answerbook:exporting:hint')}</span>
        </div>
      </form>
      <StartProblem problem={problem} />
    </>
  )
}
