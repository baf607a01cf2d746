'use client'

import { useDeferredValue, useId, useState } from 'react'

import type { FormulaData } from './FormulaView.tsx'
import { AnchoredDialog } from '../../dialog/AnchoredDialog.tsx'
import { DialogActions } from '../../dialog/DialogActions.tsx'
import { renderFormula } from './renderFormula.ts'
import { KatexFormula } from './KatexFormula.tsx'

export type FormulaDialogProps = {
  anchor: Element | undefined
  formula: FormulaData
  onCancel: () => void
  /** Given the LaTeX and how it stands; empty LaTeX removes the formula. */
  onDone: (latex: string, display: boolean) => void
}

/** Edits a formula: LaTeX, what becomes of it, what is wrong with it, and whether it stands on a line of its own. */
export const FormulaDialog = ({ anchor, formula, onCancel, onDone }: FormulaDialogProps) => {
  const id = useId()
  const [latex, setLatex] = useState(formula.latex)
  const [display, setDisplay] = useState(formula.display)
  const shown = useDeferredValue(latex)
  const rendered = shown.trim() === '' ? { html: '' } : renderFormula(shown, display)
  const problem = 'problem' in rendered ? rendered.problem : undefined
  const done = (): void => onDone(latex, display)

  return (
    <AnchoredDialog anchor={anchor} label="Formula" onCancel={onCancel} onDone={done}>
      <label className="anchored-dialog__label">
        LaTeX
        <textarea
          aria-describedby={`${id}-problem`}
          aria-invalid={problem !== undefined}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          data-focus
          className="anchored-dialog__input anchored-dialog__input--source"
          onChange={({ target }) => setLatex(target.value)}
          onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
          rows={Math.min(10, latex.split('\n').length + 1)}
          spellCheck={false}
          value={latex}
        />
      </label>
      <div aria-label="Preview" className="formula-preview" role="group">
        {shown.trim() === '' ? (
          <span className="formula-preview__empty">The formula appears here.</span>
        ) : (
          <KatexFormula display={display} latex={shown} />
        )}
      </div>
      <p className="anchored-dialog__problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
      <DialogActions onCancel={onCancel} onDone={done}>
        <label className="formula-preview__switch">
          <input checked={display} onChange={({ target }) => setDisplay(target.checked)} type="checkbox" />
          On a line of its own
        </label>
      </DialogActions>
    </AnchoredDialog>
  )
}
