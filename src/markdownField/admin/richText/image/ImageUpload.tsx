'use client'

import { useEffect, useState } from 'react'

import { useRichTextSettings } from '../RichTextContext.ts'
import { ImageDialog } from './ImageDialog.tsx'
import { type Media, uploadMedia } from './mediaOf.ts'

export type ImageUploadProps = {
  file: File
  /** Address of the collection that the image is uploaded to. */
  collection: string
  onCancel: () => void
  onUploaded: (media: Media) => void
}

/** Asks for the alternative text of a pasted or dropped image, and uploads it. */
export const ImageUpload = ({ file, collection, onCancel, onUploaded }: ImageUploadProps) => {
  const { t } = useRichTextSettings()
  const [preview, setPreview] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    const url = URL.createObjectURL(file)
    setPreview(url)
    return () => URL.revokeObjectURL(url)
  }, [file])

  const upload = async (alt: string): Promise<void> => {
    if (alt === '') return setProblem(t('answerbook:editor:image:describe'))
    setBusy(true)
    const uploaded = await uploadMedia(collection, file, alt).catch(() => undefined)
    setBusy(false)
    if (uploaded && 'url' in uploaded) onUploaded({ ...uploaded, alt })
    else if (!uploaded) setProblem(t('answerbook:editor:image:notReached'))
    else setProblem(uploaded.message ?? t('answerbook:editor:image:notUploaded', { status: uploaded.status }))
  }

  return (
    <ImageDialog
      action={t(isBusy ? 'answerbook:editor:image:uploading' : 'answerbook:editor:image:upload')}
      alt=""
      anchor={undefined}
      isBusy={isBusy}
      onCancel={onCancel}
      onDone={({ alt }) => void upload(alt)}
      preview={preview}
      problem={problem}
    />
  )
}
