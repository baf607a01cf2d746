'use client'

import { useEffect, useState } from 'react'

import { ImageDialog } from './ImageDialog.tsx'
import { type Media, uploadMedia } from './mediaOf.ts'

export type ImageUploadProps = {
  file: File
  /** Address of the collection that takes the image. */
  collection: string
  onCancel: () => void
  onUploaded: (media: Media) => void
}

/** Asks what a pasted or dropped image shows, and uploads it. */
export const ImageUpload = ({ file, collection, onCancel, onUploaded }: ImageUploadProps) => {
  const [preview, setPreview] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    const url = URL.createObjectURL(file)
    setPreview(url)
    return () => URL.revokeObjectURL(url)
  }, [file])

  const upload = async (alt: string): Promise<void> => {
    if (alt === '') return setProblem('Say in a few words what the image shows.')
    setBusy(true)
    const uploaded = await uploadMedia(collection, file, alt).catch(() => 'The server could not be reached.')
    setBusy(false)
    if (typeof uploaded === 'string') setProblem(uploaded)
    else onUploaded({ ...uploaded, alt })
  }

  return (
    <ImageDialog
      action={isBusy ? 'Uploading' : 'Upload'}
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
