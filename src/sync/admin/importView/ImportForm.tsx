'use client'

import { Button, useRouteTransition } from '@payloadcms/ui'
import { usePathname, useRouter, useSearchParams } from 'next/navigation.js'
import { useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { StartProblem } from '../runRequests/StartProblem.tsx'
import { useRoots } from '../runRequests/useRoots.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'
import { useStart } from '../runRequests/useStart.ts'
import type { FieldLabels } from '../runResults/ResultRow.tsx'
import { CheckResult } from './CheckResult.tsx'
import { bodyOf, type ImportRequest, queryOf, requestFrom } from './importRequest.ts'
import { OptionFields } from './OptionFields.tsx'
import { SourceChoice } from './SourceChoice.tsx'

export type ImportFormProps = {
  /** Slug of the collection of runs. */
  collection: string
  labels: FieldLabels
}

/** Chooses what to import, checks what that would do, and then imports it. */
export const ImportForm = ({ collection, labels }: ImportFormProps) => {
  const { t } = useWords()
  const query = useSearchParams()
  const path = usePathname()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const { page } = useRunAddresses()
  const loaded = useRoots()
  const [request, setRequest] = useState<ImportRequest>(() => requestFrom(new URLSearchParams(query)))
  const [check, setCheck] = useState(query.get('check') ?? undefined)
  const { isStarting, problem, start } = useStart()
  const first = loaded.roots?.[0]
  const { options } = request
  const source = request.source ?? (first ? { kind: 'folder' as const, folder: first.folder } : undefined)
  const [hasChosen, setHasChosen] = useState(request.source !== undefined)
  const chosen = hasChosen ? request.source : source
  const change = (part: Partial<ImportRequest>): void => {
    setRequest({ ...request, ...part })
    if (check === undefined) return
    setCheck(undefined)
    window.history.replaceState(null, '', path)
  }
  const checkNow = async (): Promise<void> => {
    if (!chosen) return
    setCheck(undefined)
    const run = await start(bodyOf(chosen, options, true))
    if (run === undefined) return
    setCheck(run)
    // The address keeps what was entered, so that the check is still there after a reload.
    window.history.replaceState(null, '', `${path}?${queryOf({ options, source: chosen }, run).toString()}`)
  }
  const importNow = async (): Promise<void> => {
    if (!chosen) return
    const run = await start(bodyOf(chosen, options, false))
    if (run !== undefined) startRouteTransition(() => router.push(page(collection, run)))
  }
  return (
    <>
      <form
        className="answerbook-form"
        onSubmit={(event) => {
          event.preventDefault()
          void checkNow()
        }}
      >
        <SourceChoice
          loaded={loaded}
          onChange={(next) => {
            setHasChosen(true)
            change({ source: next })
          }}
          source={chosen}
        />
        <OptionFields onChange={(next) => change({ options: next })} options={options} />
        <div className="answerbook-form__actions">
          <Button
            buttonStyle={check === undefined ? 'primary' : 'secondary'}
            disabled={!chosen || isStarting}
            margin={false}
            size="large"
            type="submit"
          >
            {t(isStarting ? 'answerbook:importing:starting' : 'answerbook:importing:check')}
          </Button>
          {check === undefined && (
            <span className="answerbook-run__fine">{t('answerbook:importing:checkHint')}</span>
          )}
        </div>
      </form>
      {check === undefined && <StartProblem problem={problem} />}
      {check !== undefined && (
        <CheckResult
          collection={collection}
          isStarting={isStarting}
          key={check}
          labels={labels}
          onImport={() => void importNow()}
          problem={problem}
          run={check}
        />
      )}
    </>
  )
}
