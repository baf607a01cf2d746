'use client'

import { renderFormula } from './renderFormula.ts'

/** LaTeX as a formula; an invalid one as its source, with the reason. It needs KaTeX, so load it lazily. */
export const KatexFormula = ({ latex, display }: { latex: string; display: boolean }) => {
  const rendered = renderFormula(latex, display)
  if (rendered.ok) return <span dangerouslySetInnerHTML={{ __html: rendered.html }} />
  return (
    <code className="answerbook-formula__broken" title={rendered.problem}>
      {latex}
    </code>
  )
}
