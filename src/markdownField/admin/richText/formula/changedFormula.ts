import type { FormulaData } from './FormulaView.tsx'

/**
 * A formula with other LaTeX, or moved between a line of text and its own line. What was not changed keeps the characters of
 * its source; a delimiter that does not fit the new position is replaced by the usual one.
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
