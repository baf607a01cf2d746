import { useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

const newName = (): string => {
  // Browsers offer randomUUID on secure pages only; a server may be reached over plain http.
  const parts = crypto.getRandomValues(new Uint32Array(4))
  return [...parts].map((part) => part.toString(36)).join('-')
}

/** Keeps a value in the form that identifies it for as long as it is open. */
export const useFormName = (path: string): void => {
  const [name] = useState(newName)
  const { dispatchFields } = useForm()
  const fields = useFormFields(([state]) => state)

  // After every change, since a form loses the value whenever its whole state is replaced, as on loading.
  useEffect(() => {
    if (fields[path]?.value === name) return
    const field = { value: name, initialValue: name, valid: true, passesCondition: true }
    dispatchFields({ type: 'UPDATE_MANY', formState: { [path]: field } })
  }, [dispatchFields, fields, name, path])
}
