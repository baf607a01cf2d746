import { useDocumentInfo, useForm, useFormFields, useFormProcessing } from '@payloadcms/ui'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

import { unsavedEdits, type UnsavedEdits } from './unsavedEdits.ts'

/**
 * Makes sure that what is typed during a background save stays in the form and is saved. `countPath`: where the form keeps
 * how often a save returned without it. Returns what is known of the typed values.
 */
export const useUnsavedEdits = (countPath: string): UnsavedEdits => {
  const [typed] = useState(unsavedEdits)
  const { dispatchFields, setModified } = useForm()
  const fields = useFormFields(([state]) => state)
  const isProcessing = useFormProcessing()
  const { data } = useDocumentInfo()
  const seen = useRef(data)
  const count = useRef(0)

  // A form saves again only if a value has changed, hence a value of our own.
  const saveAgain = useCallback(() => {
    count.current += 1
    const field = { value: count.current, valid: true, passesCondition: true }
    dispatchFields({ type: 'UPDATE_MANY', formState: { [countPath]: field } })
    setModified(true)
  }, [countPath, dispatchFields, setModified])

  useEffect(() => {
    if (data === seen.current) return
    seen.current = data
    if (isProcessing) typed.forget()
    else if (data && typed.isAheadOf(data)) saveAgain()
  }, [data, isProcessing, saveAgain, typed])

  // Before the browser paints, so that no text flickers.
  useLayoutEffect(() => {
    if (isProcessing) return
    const lost = typed.note(fields)
    for (const [path, value] of lost) dispatchFields({ type: 'UPDATE', path, value })
    if (lost.size > 0) saveAgain()
  }, [dispatchFields, fields, isProcessing, saveAgain, typed])

  return typed
}
