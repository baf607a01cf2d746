import type { Translate } from '../../../admin/useWords.ts'

const names = [
  'insert',
  'format',
  'link',
  'undo',
  'pastePlain',
  'formula',
  'displayFormula',
  'code',
  'heading2',
  'lists',
  'quote',
  'tab',
  'toolbar',
  'open',
  'dialog',
] as const

/** Keys and Markdown shortcuts of the rich text editor, and what they do. */
export const shortcuts = (t: Translate): { keys: string; does: string }[] =>
  names.map((name) => ({
    keys: t(`answerbook:editor:shortcuts:${name}:keys`),
    does: t(`answerbook:editor:shortcuts:${name}:does`),
  }))
