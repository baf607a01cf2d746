'use client'

import { useSyncExternalStore } from 'react'

import type { KatexFormula } from './KatexFormula.tsx'

let loaded: typeof KatexFormula | undefined
let loading: Promise<void> | undefined
const waiting = new Set<() => void>()

/** Starts loading KaTeX, once. If that fails, formulas stay as source, and the next one tries again. */
export const preloadKatex = (): void => {
  loading ??= import('./KatexFormula.tsx').then(
    (formulas) => {
      loaded = formulas.KatexFormula
      for (const tell of waiting) tell()
    },
    () => {
      loading = undefined
    },
  )
}

const subscribe = (tell: () => void): (() => void) => {
  waiting.add(tell)
  preloadKatex()
  return () => waiting.delete(tell)
}

/** Renders a formula, once it has loaded. `lazy` would do, but React waits 300 ms before it shows what was late. */
export const useKatexFormula = (): typeof KatexFormula | undefined =>
  useSyncExternalStore(
    subscribe,
    () => loaded,
    () => undefined,
  )
