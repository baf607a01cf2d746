import { describe } from 'vitest'

import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import type { Editor } from '../../helpers/editor/openEditor.ts'
import { untilIdle } from '../../helpers/editor/untilIdle.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const text = 'One two three.\n\nAnother  paragraph.'

const changed = (words: string, source: string): string => text.replace(words, () => source)

/** Selects `two` and does something with it. */
const withTwo =
  (action: (editor: Editor) => Promise<void>) =>
  async (editor: Editor): Promise<void> => {
    await editor.select('two')
    await action(editor)
  }

/** Puts an empty paragraph behind the first one and writes there. */
const inNewParagraph =
  (action: (editor: Editor) => Promise<void>) =>
  async (editor: Editor): Promise<void> => {
    await editor.caret('three.', 'end')
    await editor.press('Enter')
    await action(editor)
  }

const added = (source: string): string => changed('three.', `three.\n\n${source}`)

const flows: Flow[] = [
  {
    name: 'Bold by shortcut',
    before: text,
    edit: withTwo(({ press }) => press('Control+b')),
    after: changed('two', '**two**'),
  },
  {
    name: 'Italic by shortcut',
    before: text,
    edit: withTwo(({ press }) => press('Control+i')),
    after: changed('two', '*two*'),
  },
  {
    name: 'Bold and italic by the toolbar',
    before: text,
    edit: withTwo(async ({ tool }) => {
      await tool('bold').click()
      await tool('italic').click()
    }),
    after: changed('two', '***two***'),
  },
  {
    name: 'Strikethrough by the toolbar',
    before: text,
    edit: withTwo(({ tool }) => tool('strikethrough').click()),
    after: changed('two', '~~two~~'),
  },
  {
    name: 'Inline code by the toolbar',
    before: text,
    edit: withTwo(({ tool }) => tool('inlineCode').click()),
    after: changed('two', '`two`'),
  },
  {
    name: 'Bold taken back',
    before: 'Some **bold** words.',
    edit: async ({ select, press }) => {
      await select('bold')
      await press('Control+b')
    },
    after: 'Some bold words.',
  },
  {
    name: 'Marks typed',
    before: text,
    edit: inNewParagraph(({ type }) => type('Some **bold**, *italic* and `code` here.')),
    after: added('Some **bold**, *italic* and `code` here.'),
  },
  {
    name: 'Characters that mean something in Markdown, typed as text',
    before: text,
    edit: inNewParagraph(({ type }) => type('5 * 3 < 20 & a_b_c #1 [x] 100% ~ \\ |')),
    after: added('5 * 3 < 20 & a_b_c #1 [x] 100% ~ \\ |'),
  },
  {
    name: 'A heading typed',
    before: text,
    edit: inNewParagraph(({ type }) => type('## Title')),
    after: added('## Title'),
  },
  {
    name: 'A heading by the toolbar, and text after it',
    before: text,
    edit: inNewParagraph(async ({ type, press, choose }) => {
      await type('Title')
      await choose('text', 'h3')
      await press('End', 'Enter')
      await type('Text.')
    }),
    after: added('### Title\n\nText.'),
  },
  {
    name: 'A list typed, with a nested one, and text after it',
    before: text,
    edit: inNewParagraph(async ({ type, press }) => {
      await type('- first')
      await press('Enter')
      await type('second')
      await press('Enter', 'Tab')
      await type('nested')
      await press('Enter', 'Shift+Tab')
      await type('third')
      await press('Enter', 'Enter')
      await type('Text.')
    }),
    after: added('- first\n- second\n  - nested\n- third\n\nText.'),
  },
  {
    name: 'A numbered list typed',
    before: text,
    edit: inNewParagraph(async ({ type, press }) => {
      await type('1. first')
      await press('Enter')
      await type('second')
    }),
    after: added('1. first\n2. second'),
  },
  {
    name: 'A list by the toolbar',
    before: text,
    edit: inNewParagraph(async ({ type, choose }) => {
      await type('first')
      await choose('text', 'checklist')
    }),
    after: added('- [ ] first'),
  },
  {
    name: 'An item added to a list that is there',
    before: 'Before.\n\n* one\n* two\n\nAfter.',
    edit: async ({ caret, type, press }) => {
      await caret('one', 'end')
      await press('Enter')
      await type('between')
    },
    after: 'Before.\n\n* one\n* between\n* two\n\nAfter.',
  },
  {
    name: 'A task ticked off',
    before: '- [ ] one\n- [ ] two',
    edit: async ({ text: editor }) => {
      await editor
        .getByRole('checkbox')
        .nth(1)
        .click({ position: { x: 8, y: 12 } })
    },
    after: '- [ ] one\n- [x] two',
  },
  {
    name: 'A quote typed',
    before: text,
    edit: inNewParagraph(({ type }) => type('> Said once.')),
    after: added('> Said once.'),
  },
  {
    name: 'A rule by the slash menu',
    before: text,
    edit: inNewParagraph(async ({ page, type, press }) => {
      await type('/horiz')
      await page.getByRole('option', { name: /Horizontal Rule/i }).waitFor()
      await untilIdle(page)
      await press('Enter')
    }),
    after: added('---'),
  },
  {
    name: 'A line break within a paragraph',
    before: text,
    edit: async ({ caret, type, press }) => {
      await caret('three.', 'end')
      await press('Shift+Enter')
      await type('Next line.')
    },
    after: changed('three.', 'three.\\\nNext line.'),
  },
  {
    name: 'Empty paragraphs at the end are not saved',
    before: text,
    edit: async ({ caret, type, press }) => {
      await caret('Another  paragraph.', 'end')
      await type(' Yes.')
      await press('Enter', 'Enter', 'Enter')
    },
    after: `${text} Yes.`,
  },
  {
    name: 'A paragraph deleted',
    before: `${text}\n\nThird.`,
    edit: async ({ select, press }) => {
      await select('One two three.')
      await press('Delete', 'Delete')
    },
    after: 'Another  paragraph.\n\nThird.',
  },
  {
    name: 'Everything replaced',
    before: text,
    edit: async ({ text: editor, press, type }) => {
      await editor.click()
      await press('Control+a')
      await type('New.')
    },
    after: 'New.',
  },
]

const used = useSite(answersOf(flows))

describe.skipIf(used.isSkipped)('writing and formatting', () => testFlows(used, flows))
