import { counted, translate, type Translator } from '../../../translations/translate.ts'
import type { ChangedLines } from './changedLines.ts'

type State = {
  /** The differences from the imported file; undefined if there is none. */
  changes: ChangedLines | undefined
  /** Whether both files are the same, byte for byte. */
  isSame: boolean
  language: string
}

/** Says in a sentence how a file would differ from the one that was imported. */
export const stateOfFile = (translator: Translator, { changes, isSame, language }: State): string => {
  if (!changes) return translate(translator, 'answerbook:markdownView:noFile')
  if (isSame) return translate(translator, 'answerbook:markdownView:identical')
  const changed = counted(changes.changed.size, language)
  const removed = counted(changes.removed, language)
  const parts = [
    ...(changed.count > 0 ? [translate(translator, 'answerbook:markdownView:changed', changed)] : []),
    ...(removed.count > 0 ? [translate(translator, 'answerbook:markdownView:removed', removed)] : []),
  ]
  return parts.length === 0
    ? translate(translator, 'answerbook:markdownView:lineEndings')
    : translate(translator, 'answerbook:markdownView:differs', { changes: parts.join('; ') })
}
