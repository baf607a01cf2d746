'use client'

import { Button, Dropzone, TextInput } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { counted } from '../../../translations/translate.ts'
import type { FileToSend } from '../runRequests/sendUpload.ts'
import { filesToSend, placedIn } from './filesToSend.ts'
import type { Source } from './importRequest.ts'
import { useUpload } from './useUpload.ts'

export type UploadSourceProps = {
  source: Source | undefined
  onChange: (source: Source | undefined) => void
}

const megabyte = 1_000_000

/** Chooses files by dropping them or with a dialog, and sends them to the server. */
export const UploadSource = ({ onChange, source }: UploadSourceProps) => {
  const { language, t } = useWords()
  const filesInput = useRef<HTMLInputElement>(null)
  const folderInput = useRef<HTMLInputElement>(null)
  const [waiting, setWaiting] = useState<FileToSend[]>()
  const [folder, setFolder] = useState('')
  const [isUnusable, setIsUnusable] = useState(false)
  const { problem, send, share, stop } = useUpload(({ id, ...received }) =>
    onChange({ kind: 'upload', upload: id, ...received }),
  )
  const choose = (list: FileList | null): void => {
    if (!list || list.length === 0) return
    const { files, needsFolder } = filesToSend(list)
    onChange(undefined)
    setIsUnusable(files.length === 0)
    setWaiting(needsFolder ? files : undefined)
    if (files.length > 0 && !needsFolder) send(files)
  }
  const sendWaiting = (): void => {
    send(placedIn(waiting ?? [], folder))
    setWaiting(undefined)
  }
  if (source?.kind === 'upload')
    return (
      <div className="answerbook-upload__received">
        <p>
          <strong>{source.name || t('answerbook:upload:files')}</strong>
          {source.files !== undefined &&
            ` · ${t('answerbook:upload:count', counted(source.files, language))}`}
          {source.bytes !== undefined &&
            ` · ${(source.bytes / megabyte).toLocaleString(language, { maximumFractionDigits: 1 })} MB`}
        </p>
        <Button buttonStyle="secondary" margin={false} onClick={() => onChange(undefined)} size="small">
          {t('answerbook:upload:other')}
        </Button>
      </div>
    )
  return (
    <>
      <Dropzone className="answerbook-upload" multipleFiles onChange={choose}>
        {share === undefined ? (
          <>
            <p>{t('answerbook:upload:drop')}</p>
            <div className="answerbook-upload__buttons">
              <Button
                buttonStyle="secondary"
                margin={false}
                onClick={() => filesInput.current?.click()}
                size="medium"
              >
                {t('answerbook:upload:chooseFiles')}
              </Button>
              <Button
                buttonStyle="secondary"
                margin={false}
                onClick={() => folderInput.current?.click()}
                size="medium"
              >
                {t('answerbook:upload:chooseFolder')}
              </Button>
            </div>
          </>
        ) : (
          <div className="answerbook-upload__sending">
            <p role="status">
              {share < 1
                ? t('answerbook:upload:sending', { percent: Math.floor(share * 10) * 10 })
                : t('answerbook:upload:unpacking')}
            </p>
            <progress
              aria-label={t('answerbook:upload:files')}
              max={1}
              {...(share < 1 ? { value: share } : {})}
            />
            <Button buttonStyle="secondary" margin={false} onClick={stop} size="small">
              {t('answerbook:upload:stop')}
            </Button>
          </div>
        )}
        <input
          accept=".zip,.md,application/zip,text/markdown"
          aria-label={t('answerbook:upload:chooseFiles')}
          hidden
          multiple
          onChange={({ target }) => choose(target.files)}
          ref={filesInput}
          type="file"
        />
        <input
          aria-label={t('answerbook:upload:chooseFolder')}
          hidden
          onChange={({ target }) => choose(target.files)}
          ref={(input) => {
            folderInput.current = input
            // An attribute that React's types lack.
            if (input) input.webkitdirectory = true
          }}
          type="file"
        />
      </Dropzone>
      {waiting && (
        <div className="answerbook-upload__folder">
          <TextInput
            description={t('answerbook:upload:folderHint')}
            label={t('answerbook:upload:folder')}
            onChange={({ target }: { target: HTMLInputElement }) => setFolder(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              sendWaiting()
            }}
            path="uploadFolder"
            value={folder}
          />
          <Button margin={false} onClick={sendWaiting} size="medium">
            {t('answerbook:upload:send', counted(waiting.length, language))}
          </Button>
        </div>
      )}
      {isUnusable && <p role="alert">{t('answerbook:upload:unusable')}</p>}
      {problem !== undefined && (
        <p className="answerbook-form__problem" role="alert">
          {problem || t('answerbook:upload:failed')}
        </p>
      )}
    </>
  )
}
