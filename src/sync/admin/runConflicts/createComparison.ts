import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

import { markdownLanguage } from '../../../markdownField/admin/field/markdownLanguage.ts'
import { isRewritten } from './isRewritten.ts'

export type Comparison = {
  parent: Element
  cms: string
  file: string
  /** What screen readers call each side, and both in one. */
  labels: { cms: string; file: string; both: string }
  isMarkdown: boolean
  /** Whether there is room for one column only. */
  isNarrow: boolean
}

const reading = (label: string, isMarkdown: boolean): Extension => [
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  // Without an input mode, a phone covers half of the page with a keyboard that is of no use.
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', inputmode: 'none' }),
  isMarkdown ? markdownLanguage() : [],
]

/** Shows the CMS's value and the file's side by side, or in one column if there is little room; returns its end. */
export const createComparison = ({
  cms,
  file,
  isMarkdown,
  isNarrow,
  labels,
  parent,
}: Comparison): (() => void) => {
  const highlightChanges = !isRewritten(cms, file)
  const view = isNarrow
    ? new EditorView({
        parent,
        doc: file,
        extensions: [
          reading(labels.both, isMarkdown),
          unifiedMergeView({ original: cms, highlightChanges, mergeControls: false }),
        ],
      })
    : new MergeView({
        parent,
        highlightChanges,
        a: { doc: cms, extensions: reading(labels.cms, isMarkdown) },
        b: { doc: file, extensions: reading(labels.file, isMarkdown) },
      })
  return () => view.destroy()
}
