'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** A moment in the reader's own time zone and language; the server, which knows neither, shows the date alone. */
export const Moment = ({ at }: { at: string }) => {
  const shown = useSyncExternalStore(
    never,
    () => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    () => at.slice(0, 10),
  )
  return <time dateTime={at}>{shown}</time>
}
