import type { EditorKind } from '../editorKind.ts'
import { icon } from '../icon.tsx'
import { FormulaNode } from './FormulaNode.tsx'
import { FormulaPlugin, INSERT_FORMULA_COMMAND } from './FormulaPlugin.tsx'
import { typedFormulas } from './typedFormulas.ts'

const FormulaIcon = icon(<path d="M13.5 6.5v-1h-7l4 4.5-4 4.5h7v-1" />)
const DisplayIcon = icon(
  <>
    <path d="M12.5 8V7.2h-5l2.8 2.8-2.8 2.8h5V12" />
    <path d="M4 4h12M4 16h12" />
  </>,
)

/** Formulas rendered by KaTeX, within a line or on lines of their own. */
export const formula: EditorKind = {
  nodes: [FormulaNode],
  plugins: [FormulaPlugin],
  items: [
    {
      key: 'formula',
      label: 'answerbook:editor:menu:formula',
      keywords: ['math', 'latex', 'equation', 'inline'],
      Icon: FormulaIcon,
      onSelect: (editor) => editor.dispatchCommand(INSERT_FORMULA_COMMAND, { display: false }),
    },
    {
      key: 'displayedFormula',
      label: 'answerbook:editor:menu:displayFormula',
      keywords: ['math', 'latex', 'equation', 'block'],
      Icon: DisplayIcon,
      onSelect: (editor) => editor.dispatchCommand(INSERT_FORMULA_COMMAND, { display: true }),
    },
  ],
  typedText: typedFormulas,
  typedLines: [
    {
      regExp: /^\$\$$/,
      insert: (editor) => editor.dispatchCommand(INSERT_FORMULA_COMMAND, { display: true }),
    },
  ],
}
