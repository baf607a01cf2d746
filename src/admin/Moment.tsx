'use client'

import { useTranslation } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * A date and time in the user's own time zone and the language of the admin panel; the server, which does not know the
 * time zone, renders the date alone.
 */
export const Moment = ({ at }: { at: string }) => {
  const { i18n } = useTranslation()
  const shown = useSyncExternalStore(
    never,
    () => new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }),
    () => at.slice(0, 10),
  )
  return <time dateTime={at}>{shown}</time>
}
