'use client'

import { type KeyboardEvent, useState } from 'react'

import { AnchoredDialog } from '../../dialog/AnchoredDialog.tsx'
import { DialogActions } from '../../dialog/DialogActions.tsx'
import './image.css'

export type ImageDialogProps = {
  anchor: Element | DOMRect | undefined
  /** What is shown: the url of the image, or of a file that is yet to be uploaded. */
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

/** Says in words what an image shows, and where an image without an upload comes from. */
export const ImageDialog = (props: ImageDialogProps) => {
  const { anchor, preview, action, problem, isBusy = false, onCancel, onDone } = props
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
    <AnchoredDialog anchor={anchor} label="Image" onCancel={onCancel} onDone={done}>
      {source !== '' && <img alt="" className="image-dialog__image" src={source} />}
      {url !== undefined && (
        <label className="anchored-dialog__label">
          Url
          <input
            autoComplete="off"
            className="anchored-dialog__input"
            onChange={({ target }) => setUrl(target.value)}
            onKeyDown={doneOnEnter}
            value={url}
          />
        </label>
      )}
      <label className="anchored-dialog__label">
        Alternative text: what the image shows, for readers who cannot see it
        <input
          data-focus
          className="anchored-dialog__input"
          onChange={({ target }) => setAlt(target.value)}
          onKeyDown={doneOnEnter}
          value={alt}
        />
      </label>
      <p className="anchored-dialog__problem" role="status">
        {problem}
      </p>
      <DialogActions action={action} isBusy={isBusy} onCancel={onCancel} onDone={done} />
    </AnchoredDialog>
  )
}
