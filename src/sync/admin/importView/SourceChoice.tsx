'use client'

import { useId, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { FolderChoice } from '../runRequests/FolderChoice.tsx'
import type { Roots } from '../runRequests/useRoots.ts'
import type { Source } from './importRequest.ts'
import { UploadSource } from './UploadSource.tsx'

export type SourceChoiceProps = {
  loaded: Roots
  source: Source | undefined
  onChange: (source: Source | undefined) => void
}

/** Chooses where the files come from: a folder on the server, or an upload. */
export const SourceChoice = ({ loaded: { problem, roots }, onChange, source }: SourceChoiceProps) => {
  const id = useId()
  const { t } = useWords()
  const [kind, setKind] = useState<Source['kind']>()
  const first = roots?.[0]
  const shown = kind ?? source?.kind ?? (roots && !first ? 'upload' : 'folder')
  const choose = (next: Source['kind']): void => {
    setKind(next)
    onChange(next === 'folder' && first ? { kind: 'folder', folder: first.folder } : undefined)
  }
  const option = (value: Source['kind']) => (
    <label className="answerbook-form__radio">
      <input checked={shown === value} name={id} onChange={() => choose(value)} type="radio" />
      {t(`answerbook:importing:from:${value}`)}
    </label>
  )
  return (
    <fieldset className="answerbook-form__group">
      <legend>{t('answerbook:importing:source')}</legend>
      {option('folder')}
      {option('upload')}
      {shown === 'upload' && <UploadSource onChange={onChange} source={source} />}
      {shown === 'folder' && !roots && problem === undefined && (
        <p className="answerbook-run__fine">{t('answerbook:results:loading')}</p>
      )}
      {shown === 'folder' && problem !== undefined && (
        <p className="answerbook-form__problem" role="alert">
          {problem || t('answerbook:results:notLoaded')}
        </p>
      )}
      {shown === 'folder' && roots && !first && (
        <p className="answerbook-run__fine">{t('answerbook:folders:none')}</p>
      )}
      {shown === 'folder' && roots && first && (
        <FolderChoice
          folder={source?.kind === 'folder' ? source.folder : ''}
          onChange={(folder) => onChange({ kind: 'folder', folder })}
          roots={roots}
        />
      )}
    </fieldset>
  )
}
