'use client'

import { renderFormula } from './renderFormula.ts'

/** LaTeX as a formula; a broken one as its source, with the reason. Brings KaTeX along, so load it lazily. */
export const KatexFormula = ({ latex, display }: { latex: string; display: boolean }) => {
  const rendered = renderFormula(latex, display)
  if ('html' in rendered) return <span dangerouslySetInnerHTML={{ __html: rendered.html }} />
  return (
    <code className="formula__broken" title={rendered.problem}>
      {latex}
    </code>
  )
}
