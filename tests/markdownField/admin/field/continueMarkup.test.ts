import { EditorState } from '@codemirror/state'
import { expect, it } from 'vitest'

import { continueMarkup } from '../../../../src/markdownField/admin/field/continueMarkup.ts'
import { markdownLanguage } from '../../../../src/markdownField/admin/field/markdownLanguage.ts'

/** Presses Enter at the bar; undefined if the key is left to the editor. */
const enter = (text: string): string | undefined => {
  const at = text.indexOf('|')
  const state = EditorState.create({
    doc: text.replace('|', ''),
    selection: { anchor: at },
    extensions: markdownLanguage(),
  })
  let after: string | undefined
  continueMarkup({
    state,
    dispatch: ({ state: { doc, selection } }) => {
      const { head } = selection.main
      after = `${doc.sliceString(0, head)}|${doc.sliceString(head)}`
    },
  })
  return after
}

it.each([
  ['- one|', '- one\n- |'],
  ['- one|two', '- one\n- |two'],
  ['9. nine|\n10. ten', '9. nine\n10. |\n10. ten'],
  ['1) one|', '1) one\n2) |'],
  ['- [x] done|', '- [x] done\n- [ ] |'],
  ['- one\n  - two|', '- one\n  - two\n  - |'],
  ['> quoted|', '> quoted\n> |'],
  ['> - one|', '> - one\n> - |'],
  ['- one\n- |', '- one\n|'],
  ['> one\n> |', '> one\n|'],
])('continueMarkup continues %j', (before, after) => {
  expect(enter(before)).toBe(after)
})

it.each([
  ['text|'],
  ['|- one'],
  ['-| one'],
  ['```\n- code|\n```'],
  ['    - code|'],
  ['1.5 is a number|'],
  ['|'],
])('continueMarkup leaves %j to the editor', (before) => {
  expect(enter(before)).toBeUndefined()
})
