import { describe } from 'vitest'

import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import type { Editor } from '../../helpers/editor/openEditor.ts'
import { untilIdle } from '../../helpers/editor/untilIdle.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const text = 'One two three.\n\nAnother  paragraph.'

const changed = (words: string, source: string): string => text.replace(words, () => source)

/** Selects `two` and edits it. */
const withTwo =
  (action: (editor: Editor) => Promise<void>) =>
  async (editor: Editor): Promise<void> => {
    await editor.select('two')
    await action(editor)
  }

/** Adds an empty paragraph after the first one and types there. */
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
    name: 'a shortcut makes words bold',
    before: text,
    edit: withTwo(({ press }) => press('Control+b')),
    after: changed('two', '**two**'),
  },
  {
    name: 'a shortcut makes words italic',
    before: text,
    edit: withTwo(({ press }) => press('Control+i')),
    after: changed('two', '*two*'),
  },
  {
    name: 'the toolbar makes words bold and italic',
    before: text,
    edit: withTwo(async ({ tool }) => {
      await tool('bold').click()
      await tool('italic').click()
    }),
    after: changed('two', '***two***'),
  },
  {
    name: 'the toolbar strikes words through',
    before: text,
    edit: withTwo(({ tool }) => tool('strikethrough').click()),
    after: changed('two', '~~two~~'),
  },
  {
    name: 'the toolbar makes inline code',
    before: text,
    edit: withTwo(({ tool }) => tool('inlineCode').click()),
    after: changed('two', '`two`'),
  },
  {
    name: 'bold can be removed',
    before: 'Some **bold** words.',
    edit: async ({ select, press }) => {
      await select('bold')
      await press('Control+b')
    },
    after: 'Some bold words.',
  },
  {
    name: 'typed marks format the words between them',
    before: text,
    edit: inNewParagraph(({ type }) => type('Some **bold**, *italic* and `code` here.')),
    after: added('Some **bold**, *italic* and `code` here.'),
  },
  {
    name: 'characters with a meaning in Markdown can be typed as text',
    before: text,
    edit: inNewParagraph(({ type }) => type('5 * 3 < 20 & a_b_c #1 [x] 100% ~ \\ |')),
    after: added('5 * 3 < 20 & a_b_c #1 [x] 100% ~ \\ |'),
  },
  {
    name: 'a heading can be typed',
    before: text,
    edit: inNewParagraph(({ type }) => type('## Title')),
    after: added('## Title'),
  },
  {
    name: 'the toolbar makes a heading, and text can follow it',
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
    name: 'a list with a nested one can be typed, and text can follow it',
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
    name: 'a numbered list can be typed',
    before: text,
    edit: inNewParagraph(async ({ type, press }) => {
      await type('1. first')
      await press('Enter')
      await type('second')
    }),
    after: added('1. first\n2. second'),
  },
  {
    name: 'the toolbar makes a list',
    before: text,
    edit: inNewParagraph(async ({ type, choose }) => {
      await type('first')
      await choose('text', 'checklist')
    }),
    after: added('- [ ] first'),
  },
  {
    name: 'an item can be added to an existing list',
    before: 'Before.\n\n* one\n* two\n\nAfter.',
    edit: async ({ caret, type, press }) => {
      await caret('one', 'end')
      await press('Enter')
      await type('between')
    },
    after: 'Before.\n\n* one\n* between\n* two\n\nAfter.',
  },
  {
    name: 'a task can be checked',
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
    name: 'a quote can be typed',
    before: text,
    edit: inNewParagraph(({ type }) => type('> Said once.')),
    after: added('> Said once.'),
  },
  {
    name: 'the slash menu inserts a horizontal rule',
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
    name: 'a line break can be typed within a paragraph',
    before: text,
    edit: async ({ caret, type, press }) => {
      await caret('three.', 'end')
      await press('Shift+Enter')
      await type('Next line.')
    },
    after: changed('three.', 'three.\\\nNext line.'),
  },
  {
    name: 'empty paragraphs at the end are not saved',
    before: text,
    edit: async ({ caret, type, press }) => {
      await caret('Another  paragraph.', 'end')
      await type(' Yes.')
      await press('Enter', 'Enter', 'Enter')
    },
    after: `${text} Yes.`,
  },
  {
    name: 'a paragraph can be deleted',
    before: `${text}\n\nThird.`,
    edit: async ({ select, press }) => {
      await select('One two three.')
      await press('Delete', 'Delete')
    },
    after: 'Another  paragraph.\n\nThird.',
  },
  {
    name: 'the whole text can be replaced',
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
