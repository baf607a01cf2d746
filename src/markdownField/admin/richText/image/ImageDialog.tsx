'use client'

import { type KeyboardEvent, useState } from 'react'

import { useRichTextSettings } from '../RichTextContext.ts'
import { AnchoredDialog } from '../../dialog/AnchoredDialog.tsx'
import { DialogActions } from '../../dialog/DialogActions.tsx'
import './image.css'

export type ImageDialogProps = {
  anchor: Element | DOMRect | undefined
  /** What is shown: the URL of the image, or of a file that is yet to be uploaded. */
  preview: string
  /** Missing for a file. */
  url?: string
  alt: string
  action: string
  problem?: string | undefined
  isBusy?: boolean
  onCancel: () => void
  onDone: (image: { url: string; alt: string }) => void
}

/** Edits the alternative text of an image and, unless it is being uploaded, its URL. */
export const ImageDialog = (props: ImageDialogProps) => {
  const { anchor, preview, action, problem, isBusy = false, onCancel, onDone } = props
  const { t } = useRichTextSettings()
  const [url, setUrl] = useState(props.url)
  const [alt, setAlt] = useState(props.alt)
  const done = (): void => {
    if (!isBusy) onDone({ url: (url ?? '').trim(), alt: alt.trim() })
  }
  const doneOnEnter = ({ key }: KeyboardEvent): void => {
    if (key === 'Enter') done()
  }
  const source = url === undefined ? preview : url
  return (
    <AnchoredDialog
      anchor={anchor}
      label={t('answerbook:editor:image:image')}
      onCancel={onCancel}
      onDone={done}
    >
      {source !== '' && <img alt="" className="answerbook-image-dialog__image" src={source} />}
      {url !== undefined && (
        <label className="answerbook-anchored-dialog__label">
          URL
          <input
            autoComplete="off"
            className="answerbook-anchored-dialog__input"
            onChange={({ target }) => setUrl(target.value)}
            onKeyDown={doneOnEnter}
            value={url}
          />
        </label>
      )}
      <label className="answerbook-anchored-dialog__label">
        {t('answerbook:editor:image:alt')}
        <input
          data-focus
          className="answerbook-anchored-dialog__input"
          onChange={({ target }) => setAlt(target.value)}
          onKeyDown={doneOnEnter}
          value={alt}
        />
      </label>
      <p className="answerbook-anchored-dialog__problem" role="status">
        {problem}
      </p>
      <DialogActions action={action} isBusy={isBusy} onCancel={onCancel} onDone={done} />
    </AnchoredDialog>
  )
}
