'use client'

import { useKatexFormula } from './useKatexFormula.ts'

/** LaTeX as a formula; its source until KaTeX has arrived, which only pages with formulas load. */
export const LazyFormula = ({ latex, display }: { latex: string; display: boolean }) => {
  const KatexFormula = useKatexFormula()
  return KatexFormula ? (
    <KatexFormula display={display} latex={latex} />
  ) : (
    <code className="formula__source">{latex}</code>
  )
}
