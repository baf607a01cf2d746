'use client'

import type { NodeKey } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'

import type { SerializedMath } from '../../../../markdown/lexical/nodes.ts'
import { OPEN_EMBED_COMMAND, type EmbedData } from '../embed/EmbedNode.ts'
import { LazyFormula } from './LazyFormula.tsx'

/** A formula: its LaTeX, how it is shown, and what of its source is kept. */
export type FormulaData = EmbedData<SerializedMath>

// Bits of a text's format, as Lexical has them.
const bold = 1
const italic = 2

const classesOf = (format: number): string =>
  ['formula__set', format & bold ? 'formula__set--bold' : '', format & italic ? 'formula__set--italic' : '']
    .filter(Boolean)
    .join(' ')

/** A formula in an editor; a press on it opens it. */
export const FormulaView = ({ formula, nodeKey }: { formula: FormulaData; nodeKey: NodeKey }) => {
  const [editor] = useLexicalComposerContext()
  const { latex, display, format = 0 } = formula
  return (
    <span
      aria-label={latex === '' ? 'Empty formula' : latex}
      className={classesOf(format)}
      onClick={() => editor.dispatchCommand(OPEN_EMBED_COMMAND, nodeKey)}
      role="math"
    >
      {latex.trim() === '' ? (
        <span className="formula__empty">Formula</span>
      ) : (
        <LazyFormula display={display} latex={latex} />
      )}
    </span>
  )
}
