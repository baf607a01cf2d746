'use client'

import { useKatexFormula } from './useKatexFormula.ts'

/** LaTeX as a formula, or its source until KaTeX has loaded; only pages with formulas load it. */
export const LazyFormula = ({ latex, display }: { latex: string; display: boolean }) => {
  const KatexFormula = useKatexFormula()
  return KatexFormula ? (
    <KatexFormula display={display} latex={latex} />
  ) : (
    <code className="answerbook-formula__source">{latex}</code>
  )
}
