'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import type { UIFieldClientProps } from 'payload'
import { useEffect, useState } from 'react'

const newSession = (): string => {
  // Browsers offer randomUUID on secure pages only; a server may be reached by plain http.
  const parts = crypto.getRandomValues(new Uint32Array(4))
  return [...parts].map((part) => part.toString(36)).join('-')
}

/** Puts a value into the form that names this form and no other, for as long as it is open. Shows nothing. */
export const EditingSession = ({ valuePath }: UIFieldClientProps & { valuePath: string }) => {
  const [session] = useState(newSession)
  const { dispatchFields } = useForm()
  const isNamed = useFormFields(([fields]) => fields[valuePath]?.value === session)
  // The form forgets it whenever it takes a whole new state from the server.
  useEffect(() => {
    if (isNamed) return
    const field = { value: session, initialValue: session, valid: true, passesCondition: true }
    dispatchFields({ type: 'UPDATE_MANY', formState: { [valuePath]: field } })
  }, [dispatchFields, isNamed, session, valuePath])
  return null
}
