import type { Extension } from '@codemirror/state'
import { Decoration, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view'

import { plainSpaces } from './plainSpaces.ts'

const matcher = new MatchDecorator({
  regexp: /[\u00A0\u202F]/g,
  decoration: Decoration.mark({ class: 'markdown-no-break', attributes: { title: 'No-break space' } }),
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

/** Marks no-break spaces, which look like others, and makes spaces of those that come with pasting. */
export const noBreakSpaces = (): Extension => [
  ViewPlugin.fromClass(Marks, { decorations: ({ decorations }) => decorations }),
  EditorView.clipboardInputFilter.of((text) => plainSpaces(text)),
]
