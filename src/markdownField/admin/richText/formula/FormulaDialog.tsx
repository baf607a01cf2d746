'use client'

import { useDeferredValue, useId, useState } from 'react'

import { useRichTextSettings } from '../RichTextContext.ts'
import type { FormulaData } from './FormulaView.tsx'
import { AnchoredDialog } from '../../dialog/AnchoredDialog.tsx'
import { DialogActions } from '../../dialog/DialogActions.tsx'
import { renderFormula } from './renderFormula.ts'
import { KatexFormula } from './KatexFormula.tsx'

export type FormulaDialogProps = {
  anchor: Element | undefined
  formula: FormulaData
  onCancel: () => void
  /** Called with the LaTeX and whether the formula is displayed on its own line; empty LaTeX removes the formula. */
  onDone: (latex: string, display: boolean) => void
}

/** Edits a formula: its LaTeX with a preview and error message, and whether it is displayed on its own line. */
export const FormulaDialog = ({ anchor, formula, onCancel, onDone }: FormulaDialogProps) => {
  const id = useId()
  const { t } = useRichTextSettings()
  const [latex, setLatex] = useState(formula.latex)
  const [display, setDisplay] = useState(formula.display)
  const shown = useDeferredValue(latex)
  const rendered = shown.trim() === '' ? undefined : renderFormula(shown, display)
  const problem = rendered?.ok === false ? rendered.problem : undefined
  const done = (): void => onDone(latex, display)

  return (
    <AnchoredDialog
      anchor={anchor}
      label={t('answerbook:editor:formula:formula')}
      onCancel={onCancel}
      onDone={done}
    >
      <label className="answerbook-anchored-dialog__label">
        LaTeX
        <textarea
          aria-describedby={`${id}-problem`}
          aria-invalid={problem !== undefined}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          data-focus
          className="answerbook-anchored-dialog__input answerbook-anchored-dialog__input--source"
          onChange={({ target }) => setLatex(target.value)}
          onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
          rows={Math.min(10, latex.split('\n').length + 1)}
          spellCheck={false}
          value={latex}
        />
      </label>
      <div aria-label={t('version:preview')} className="answerbook-formula-preview" role="group">
        {shown.trim() === '' ? (
          <span className="answerbook-formula-preview__empty">{t('answerbook:editor:formula:hint')}</span>
        ) : (
          <KatexFormula display={display} latex={shown} />
        )}
      </div>
      <p className="answerbook-anchored-dialog__problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
      <DialogActions onCancel={onCancel} onDone={done}>
        <label className="answerbook-formula-preview__switch">
          <input checked={display} onChange={({ target }) => setDisplay(target.checked)} type="checkbox" />
          {t('answerbook:editor:formula:ownLine')}
        </label>
      </DialogActions>
    </AnchoredDialog>
  )
}
