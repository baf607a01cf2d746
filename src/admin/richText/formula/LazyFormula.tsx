'use client'

import { lazy, Suspense } from 'react'

const SetFormula = lazy(async () => ({ default: (await import('./SetFormula.tsx')).SetFormula }))

/** LaTeX as a formula; its source until KaTeX has arrived, which only pages with formulas load. */
export const LazyFormula = ({ latex, display }: { latex: string; display: boolean }) => (
  <Suspense fallback={<code className="formula__source">{latex}</code>}>
    <SetFormula display={display} latex={latex} />
  </Suspense>
)
