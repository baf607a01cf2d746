'use client'

import type { UIFieldClientProps } from 'payload'

import { useEverythingTyped } from './useEverythingTyped.ts'
import { useFormName } from './useFormName.ts'
import { useFreshDocument } from './useFreshDocument.ts'
import { useRememberWork } from './useRememberWork.ts'
import { useSaveWhenLeaving } from './useSaveWhenLeaving.ts'
import { useUnlockWhenLeaving } from './useUnlockWhenLeaving.ts'

export type EditingSessionProps = UIFieldClientProps & {
  /** Path of the value that names the form. */
  sessionPath: string
  /** Path of the count of saves that came back without what had been typed meanwhile. */
  lateSavesPath: string
}

/**
 * Part of a form with drafts that shows nothing. It tells the server which form a save comes from, sees to it that
 * nothing typed is lost while a save is under way or when the form is left, shows who comes back what was written last,
 * remembers what the user works on, and unlocks the document.
 */
export const EditingSession = ({ sessionPath, lateSavesPath }: EditingSessionProps) => {
  useFormName(sessionPath)
  useSaveWhenLeaving(useEverythingTyped(lateSavesPath))
  useFreshDocument()
  useRememberWork()
  useUnlockWhenLeaving()
  return null
}
