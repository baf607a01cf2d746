import { describe, expect, it } from 'vitest'

import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import { type Editor, openEditor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

/** Resolves once the server has responded to an autosave that begins from now on. */
const autosave = ({ page }: Editor): Promise<unknown> =>
  page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().includes('draft=true'),
  )

/** Delays the server's responses, so that typing continues while drafts are being saved. */
const slowly = async ({ page }: Editor): Promise<void> => {
  await page.route('**/api/articles/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
}

const parts = ['one ', 'two ', '$x^2$ ', 'three ', '**four** ', 'five']

const typeThroughAutosaves = async (editor: Editor): Promise<void> => {
  for (const part of parts) {
    const saved = autosave(editor)
    for (const key of part) await editor.page.keyboard.type(key, { delay: 30 })
    await saved
  }
}

const flows: Flow[] = [
  {
    name: 'autosaves do not move the caret while typing',
    before: 'Alpha omega.\n\n- item\n\n$$\nx\n$$',
    edit: async (editor) => {
      await slowly(editor)
      await editor.caret('Alpha ', 'end')
      await typeThroughAutosaves(editor)
      await editor.type(' ')
    },
    after: 'Alpha one two $x^2$ three **four** five omega.\n\n- item\n\n$$\nx\n$$',
  },
  {
    name: 'autosaves do not move the caret in the Source tab',
    before: 'Alpha omega.\n\nLast.',
    edit: async (editor) => {
      await slowly(editor)
      await editor.tab('Source')
      await editor.caret('Alpha ', 'end')
      await typeThroughAutosaves(editor)
      await editor.type(' ')
    },
    after: 'Alpha one two $x^2$ three **four** five omega.\n\nLast.',
  },
  {
    name: 'an autosave keeps the selection',
    before: 'Alpha omega.',
    edit: async (editor) => {
      await slowly(editor)
      await editor.caret('Alpha', 'end')
      const saved = autosave(editor)
      await editor.type(' beta')
      await editor.press('Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft')
      await saved
      await editor.type('!')
    },
    after: 'Alpha b! omega.',
  },
  {
    name: 'publishing right after the last key loses nothing',
    before: 'Alpha.',
    edit: async ({ caret, type }) => {
      await caret('Alpha.', 'end')
      await type(' And the very last words, up to here.')
    },
    after: 'Alpha. And the very last words, up to here.',
  },
  {
    name: 'publishing right after the last key in the Source tab loses nothing',
    before: 'Alpha.',
    edit: async ({ caret, tab, type }) => {
      await tab('Source')
      await caret('Alpha.', 'end')
      await type(' And the very last words, up to here.')
    },
    after: 'Alpha. And the very last words, up to here.',
  },
  {
    name: 'publishing right after the last key in code loses nothing',
    before: '```\na\n```',
    edit: async ({ text, press, type }) => {
      await text.getByRole('textbox', { name: /^Code/ }).click()
      await press('Control+End')
      await type(' and the very last words')
    },
    after: '```\na and the very last words\n```',
  },
]

/**
 * Types words and clicks the button that publishes before a busy browser does anything else: as soon as the editor has
 * noticed the words, or right after its timers. Resolves once the server has responded.
 */
const typeAndPublishAtOnce = async ({ page }: Editor, words: string, when: string): Promise<void> => {
  const published = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && !response.url().includes('draft=true'),
  )
  await page.evaluate(
    async ([typed, isLater]) => {
      document.execCommand('insertText', false, typed)
      // Observers and updates run after this task's script: in microtasks, not in a task of their own.
      for (let round = 0; round < 20; round += 1) await Promise.resolve()
      const afterTimers = new Promise((resolve) => setTimeout(resolve, 100))
      const start = performance.now()
      while (isLater && performance.now() - start < 200);
      if (isLater) await afterTimers
      const button = document.querySelector<HTMLElement>('#action-save')
      button?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
      for (let round = 0; round < 20; round += 1) await Promise.resolve()
      button?.click()
    },
    [words, when === 'later'] as const,
  )
  await published
}

const busy = [
  { slug: 'rich-text-at-once', tab: 'Rich text', when: 'at once' },
  { slug: 'rich-text-later', tab: 'Rich text', when: 'later' },
  { slug: 'source-at-once', tab: 'Source', when: 'at once' },
  { slug: 'source-later', tab: 'Source', when: 'later' },
] as const

const used = useSite({
  reloaded: 'Alpha.',
  ...Object.fromEntries(busy.map(({ slug }) => [slug, 'Alpha.'])),
  ...answersOf(flows),
})

describe.skipIf(used.isSkipped)('autosave and publishing', () => {
  it('a draft is kept when the page is closed', async () => {
    const first = await openEditor(used.site(), used.context(), 'reloaded')
    await first.caret('Alpha.', 'end')
    const saved = autosave(first)
    await first.type(' Beta $y$.')
    await saved
    await first.page.close()
    const second = await openEditor(used.site(), used.context(), 'reloaded')
    await second.text.getByText('Alpha. Beta ').waitFor()
    await second.text.getByRole('math', { name: 'y' }).waitFor()
    expect(await used.site().published('reloaded')).toBe('Alpha.')
    await second.page.close()
  })

  it.each(busy)('publishing from a busy browser loses nothing: $slug', async ({ slug, tab, when }) => {
    const editor = await openEditor(used.site(), used.context(), slug)
    await editor.tab(tab)
    await editor.caret('Alpha.', 'end')
    const saved = autosave(editor)
    await editor.type(' Beta.')
    await saved
    await editor.page.locator('#action-save:not([disabled])').waitFor()
    await typeAndPublishAtOnce(editor, ' Gamma.', when)
    expect(await used.site().published(slug)).toBe('Alpha. Beta. Gamma.')
    await editor.page.close()
  })

  testFlows(used, flows)
})
