'use client'

import type { NodeKey } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'

import type { SerializedMath } from '../../../../markdown/lexical/nodes.ts'
import { OPEN_EMBED_COMMAND, type EmbedData } from '../embed/EmbedNode.ts'
import { useRichTextSettings } from '../RichTextContext.ts'
import { LazyFormula } from './LazyFormula.tsx'

/** A formula: its LaTeX, how it is displayed, and its preserved source. */
export type FormulaData = EmbedData<SerializedMath>

// Bits of a text's format, as Lexical defines them.
const bold = 1
const italic = 2

const classesOf = (format: number): string =>
  [
    'answerbook-formula__set',
    format & bold ? 'answerbook-formula__set--bold' : '',
    format & italic ? 'answerbook-formula__set--italic' : '',
  ]
    .filter(Boolean)
    .join(' ')

/** A formula in an editor; a click opens its dialog. */
export const FormulaView = ({ formula, nodeKey }: { formula: FormulaData; nodeKey: NodeKey }) => {
  const [editor] = useLexicalComposerContext()
  const { t } = useRichTextSettings()
  const { latex, display, format = 0 } = formula
  return (
    <span
      aria-label={latex === '' ? t('answerbook:editor:formula:empty') : latex}
      className={classesOf(format)}
      onClick={() => editor.dispatchCommand(OPEN_EMBED_COMMAND, nodeKey)}
      role="math"
    >
      {latex.trim() === '' ? (
        <span className="answerbook-formula__empty">{t('answerbook:editor:formula:formula')}</span>
      ) : (
        <LazyFormula display={display} latex={latex} />
      )}
    </span>
  )
}
