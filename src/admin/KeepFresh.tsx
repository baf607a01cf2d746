'use client'

import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'

/** Renders the page again every few milliseconds, for as long as this is part of it. */
export const KeepFresh = ({ every }: { every: number }) => {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), every)
    return () => clearInterval(timer)
  }, [every, router])
  return null
}
