'use client'

import type { UIFieldClientProps } from 'payload'

import { useUnsavedEdits } from './useUnsavedEdits.ts'
import { useFormName } from './useFormName.ts'
import { useFreshDocument } from './useFreshDocument.ts'
import { useRememberWork } from './useRememberWork.ts'
import { useSaveWhenLeaving } from './useSaveWhenLeaving.ts'
import { useUnlockWhenLeaving } from './useUnlockWhenLeaving.ts'

export type EditingSessionProps = UIFieldClientProps & {
  /** Path of the value that names the form. */
  sessionPath: string
  /** Path of the number of saves that returned without what had been typed in the meantime. */
  lateSavesPath: string
}

/**
 * Part of a form with drafts that shows nothing. It tells the server which form a save comes from, makes sure that nothing
 * typed is lost while a save is in progress or when the form is left, shows the latest text to users who come back, remembers
 * what the user works on, and unlocks the document.
 */
export const EditingSession = ({ sessionPath, lateSavesPath }: EditingSessionProps) => {
  useFormName(sessionPath)
  useSaveWhenLeaving(useUnsavedEdits(lateSavesPath))
  useFreshDocument()
  useRememberWork()
  useUnlockWhenLeaving()
  return null
}
