'use client'

import { useSetFormula } from './useSetFormula.ts'

/** LaTeX as a formula, or its source until KaTeX has loaded; only pages with formulas load it. */
export const LazyFormula = ({ latex, display }: { latex: string; display: boolean }) => {
  const SetFormula = useSetFormula()
  return SetFormula ? (
    <SetFormula display={display} latex={latex} />
  ) : (
    <code className="answerbook-formula__source">{latex}</code>
  )
}
