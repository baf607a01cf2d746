import type { FormulaData } from './FormulaView.tsx'

/**
 * A formula with other LaTeX or another stand. What was not changed keeps the characters of its source; a delimiter
 * that cannot carry the new stand gives way to the usual one.
 */
export const changedFormula = (
  before: FormulaData,
  { latex, display }: { latex: string; display: boolean },
): FormulaData => {
  if (latex === before.latex && display === before.display) return before
  const { raw: _raw, ...formula } = before
  const usual = display ? '$$' : '$'
  const delimiter = display === before.display ? before.delimiter : usual
  return { ...formula, latex: latex.trim(), display, delimiter }
}
