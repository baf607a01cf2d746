import katex from 'katex'
import 'katex/contrib/mhchem'
import 'katex/dist/katex.min.css'

import { chemistryFault } from '../../../../markdown/chemistryFault.ts'

/** A formula as HTML and MathML, or a sentence for editors that says why it cannot be rendered. */
export type RenderedFormula = { ok: true; html: string } | { ok: false; problem: string }

const kept = new Map<string, RenderedFormula>()
const maxFormulas = 1000

const problemOf = (error: unknown): string => {
  const message = chemistryFault(error) ?? (error instanceof Error ? error.message : String(error))
  // KaTeX marks the position of an error with combining underlines, which fonts render badly.
  return message.replace(/^KaTeX parse error: /, '').replaceAll('\u0332', '')
}

const render = (latex: string, displayMode: boolean): RenderedFormula => {
  try {
    const html = katex.renderToString(latex, {
      displayMode,
      maxExpand: 1000,
      maxSize: 50,
      strict: false,
      throwOnError: true,
      trust: false,
    })
    return { ok: true, html }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/** Renders LaTeX with KaTeX, and caches recent results. */
export const renderFormula = (latex: string, display: boolean): RenderedFormula => {
  const key = `${display ? 'display' : 'inline'} ${latex}`
  const known = kept.get(key)
  if (known) return known
  const rendered = render(latex, display)
  if (kept.size >= maxFormulas) kept.clear()
  kept.set(key, rendered)
  return rendered
}
