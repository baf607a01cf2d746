'use client'

import { type RefObject, useEffect, useRef } from 'react'

/**
 * A ref for an element that gets the focus once something that lasted is over, if the focused element, such as a button
 * that ends it, has disappeared with it.
 */
export const useFocusAfter = (lasts: boolean): RefObject<HTMLDivElement | null> => {
  const element = useRef<HTMLDivElement>(null)
  const lasted = useRef(lasts)
  useEffect(() => {
    if (lasted.current && !lasts && document.activeElement === document.body) element.current?.focus()
    lasted.current = lasts
  }, [lasts])
  return element
}
