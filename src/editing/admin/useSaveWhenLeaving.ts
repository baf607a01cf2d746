import { toast, useConfig, useDocumentInfo, useForm, useFormProcessing, useLocale } from '@payloadcms/ui'
import { formatAdminURL, hasAutosaveEnabled } from 'payload/shared'
import { useEffect, useRef } from 'react'

import { documentKey, leftWith } from './savesOfPage.ts'
import type { TypedValues } from './typedValues.ts'

const tell = (isSaved: boolean): void => {
  if (!isSaved) toast.error('What you wrote last was not saved. Go back to the document and look.')
}

/**
 * Saves a draft of what was typed last when a form that saves by itself is left: Payload saves some time after the last
 * key, and not at all when its form is gone by then. Says so where that fails.
 */
export const useSaveWhenLeaving = (typed: TypedValues): void => {
  const { collectionSlug, docConfig, id } = useDocumentInfo()
  const { config } = useConfig()
  const { getData } = useForm()
  const isProcessing = useFormProcessing()
  const locale = useLocale()
  const save = useRef<(init: RequestInit) => void>(() => undefined)

  useEffect(() => {
    save.current = (init) => {
      if (!docConfig || !hasAutosaveEnabled(docConfig)) return
      if (isProcessing || id === undefined || !collectionSlug || !typed.hasUnsaved()) return
      const parameters = new URLSearchParams({ draft: 'true', depth: '0', 'fallback-locale': 'null' })
      if (locale.code) parameters.set('locale', locale.code)
      const path = `/${collectionSlug}/${id}?${parameters.toString()}` as const
      const saving = fetch(formatAdminURL({ apiRoute: config.routes.api, path }), {
        ...init,
        method: 'PATCH',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...getData(), _status: 'draft' }),
      })
      typed.forget()
      const isSaved = saving.then(
        ({ ok }) => ok,
        () => false,
      )
      leftWith.set(documentKey(collectionSlug, id), isSaved.then(tell))
    }
  })

  useEffect(() => {
    // A request that may outlive its page; browsers let small ones only.
    const onHide = (): void => save.current({ keepalive: true })
    window.addEventListener('pagehide', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      save.current({})
    }
  }, [])
}
