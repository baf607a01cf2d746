'use client'

import { useSyncExternalStore } from 'react'

import type { SetFormula } from './SetFormula.tsx'

let loaded: typeof SetFormula | undefined
let loading: Promise<void> | undefined
const waiting = new Set<() => void>()

/** Starts loading KaTeX, once. If that fails, formulas stay as source, and the next one tries again. */
export const loadFormulas = (): void => {
  loading ??= import('./SetFormula.tsx').then(
    (formulas) => {
      loaded = formulas.SetFormula
      for (const tell of waiting) tell()
    },
    () => {
      loading = undefined
    },
  )
}

const subscribe = (tell: () => void): (() => void) => {
  waiting.add(tell)
  loadFormulas()
  return () => waiting.delete(tell)
}

/** The component that renders a formula, once it has loaded. `lazy` would do, but React waits 300 ms before it shows what was late. */
export const useSetFormula = (): typeof SetFormula | undefined =>
  useSyncExternalStore(
    subscribe,
    () => loaded,
    () => undefined,
  )
