import { toast, useConfig, useDocumentInfo, useForm, useFormProcessing, useLocale } from '@payloadcms/ui'
import { formatAdminURL, hasAutosaveEnabled } from 'payload/shared'
import { useEffect, useRef } from 'react'

import { useWords } from '../../admin/useWords.ts'
import { documentKey, pendingSaves } from './pageSaves.ts'
import type { UnsavedEdits } from './unsavedEdits.ts'

/**
 * Saves a draft of the last changes when a form with autosave is left: Payload saves some time after the last key press,
 * and not at all if its form is gone by then. Tells the user if that fails.
 */
export const useSaveWhenLeaving = (typed: UnsavedEdits): void => {
  const { collectionSlug, docConfig, id } = useDocumentInfo()
  const { config } = useConfig()
  const { getData } = useForm()
  const isProcessing = useFormProcessing()
  const locale = useLocale()
  const { t } = useWords()
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
      const tell = (saved: boolean): void => {
        if (!saved) toast.error(t('answerbook:messages:leftUnsaved'))
      }
      pendingSaves.set(documentKey(collectionSlug, id), isSaved.then(tell))
    }
  })

  useEffect(() => {
    // A request that may outlive its page; browsers allow small ones only.
    const onHide = (): void => save.current({ keepalive: true })
    window.addEventListener('pagehide', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      save.current({})
    }
  }, [])
}
