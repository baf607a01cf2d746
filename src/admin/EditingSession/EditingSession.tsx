'use client'

import type { UIFieldClientProps } from 'payload'

import { useEverythingTyped } from './useEverythingTyped.ts'
import { useFormName } from './useFormName.ts'
import { useUnlockWhenLeaving } from './useUnlockWhenLeaving.ts'

export type EditingSessionProps = UIFieldClientProps & {
  /** Path of the value that names the form. */
  sessionPath: string
  /** Path of the count of saves that came back without what had been typed meanwhile. */
  lateSavesPath: string
}

/**
 * Part of a form that shows nothing. It tells the server which form a save comes from, sees to it that a save in the
 * background loses nothing that is typed while it is under way, and unlocks the document when the form is left.
 */
export const EditingSession = ({ sessionPath, lateSavesPath }: EditingSessionProps) => {
  useFormName(sessionPath)
  useEverythingTyped(lateSavesPath)
  useUnlockWhenLeaving()
  return null
}
