import type { Extension } from '@codemirror/state'
import { Decoration, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view'

import { plainSpaces } from './plainSpaces.ts'

/** Marks no-break spaces, which look like others, with a title, and turns pasted ones into ordinary spaces. */
export const noBreakSpaces = (title: string): Extension => {
  const matcher = new MatchDecorator({
    regexp: /[\u00A0\u202F]/g,
    decoration: Decoration.mark({ class: 'answerbook-markdown-no-break', attributes: { title } }),
  })
  class Marks {
    decorations

    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view)
    }

    update(update: ViewUpdate): void {
      this.decorations = matcher.updateDeco(update, this.decorations)
    }
  }
  return [
    ViewPlugin.fromClass(Marks, { decorations: ({ decorations }) => decorations }),
    EditorView.clipboardInputFilter.of((text) => plainSpaces(text)),
  ]
}
