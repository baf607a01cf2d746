import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { axeFindings } from '../../helpers/editor/axeFindings.ts'
import { everyConstruct } from '../../helpers/editor/everyConstruct.ts'
import { answersOf, type Flow, testFlows } from '../../helpers/editor/flows.ts'
import { openEditor } from '../../helpers/editor/openEditor.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const flows: Flow[] = [
  {
    name: 'text edited in the Source tab appears in the preview and in the rich text',
    before: everyConstruct,
    edit: async ({ page, text, tab, press, type }) => {
      await tab('Source')
      // The code editor only renders visible lines.
      await page.locator('.cm-content').click()
      await press('Control+End')
      await type(' ($\\alpha$, **new**)')
      const preview = page.getByRole('region', { name: 'Preview' })
      await preview.locator('strong', { hasText: 'new' }).waitFor()
      await preview.locator('annotation', { hasText: '\\alpha' }).waitFor({ state: 'attached' })
      await tab('Rich text')
      await text.getByRole('math', { name: '\\alpha' }).waitFor()
      await text.locator('strong', { hasText: 'new' }).waitFor()
    },
    after: `${everyConstruct} ($\\alpha$, **new**)`,
  },
  {
    name: 'edits in one tab and then in the other are both saved',
    before: 'One.\n\nTwo  spaces.',
    edit: async ({ tab, caret, type }) => {
      await caret('One.', 'end')
      await type(' Rich.')
      await tab('Source')
      await caret('One. Rich.', 'end')
      await type(' Source.')
      await tab('Rich text')
      await caret('One. Rich. Source.', 'end')
      await type(' Rich.')
    },
    after: 'One. Rich. Source. Rich.\n\nTwo  spaces.',
  },
]

const used = useSite({
  ...answersOf(flows),
  ...Object.fromEntries(['keys', 'light', 'dark', 'phone', 'offline'].map((slug) => [slug, everyConstruct])),
})

const findingsIn = (page: Page): Promise<string[]> => axeFindings(page, '.answerbook-markdown-field')

describe.skipIf(used.isSkipped)('the field around the text', () => {
  testFlows(used, flows)

  it('the field remembers which tab was open', async () => {
    const first = await openEditor(used.site(), used.context(), 'keys')
    await first.tab('Source')
    await first.page.close()
    const second = await openEditor(used.site(), used.context(), 'light', { isTabKept: true })
    expect(await second.page.getByRole('tab', { name: 'Source' }).getAttribute('aria-selected')).toBe('true')
    await second.tab('Rich text')
    await second.page.close()
  })

  it('the field can be reached, used and left with the keyboard alone', async () => {
    const { page, text, press, type } = await openEditor(used.site(), used.context(), 'keys')
    await page.locator('#field-question').focus()
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement
        return element?.closest('[role="textbox"], [role="tab"], button, input')?.id ?? ''
      })
    const passed: string[] = []
    for (let presses = 0; presses < 40 && passed.at(-1) !== 'field-answer'; presses += 1) {
      await press('Tab')
      passed.push(await focused())
    }
    expect(passed.at(-1)).toBe('field-answer')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby'))).toBeTruthy()

    await press('Control+Home')
    await type('Typed. ')
    await text.getByText('Typed.').waitFor()
    await press('Control+a', 'ArrowRight')
    let isLeft = false
    for (let presses = 0; presses < 40 && !isLeft; presses += 1) {
      await press('Tab')
      isLeft = await page.evaluate(
        () => document.activeElement?.closest('.answerbook-markdown-field') === null,
      )
    }
    expect(isLeft).toBe(true)
    for (let presses = 0; presses < 40; presses += 1) {
      await press('Shift+Tab')
      if (
        await page.getByRole('tab', { name: 'Rich text' }).evaluate((tab) => tab === document.activeElement)
      )
        break
    }
    await press('ArrowRight')
    await page.locator('.cm-content').waitFor()
    expect(
      await page.getByRole('tab', { name: 'Source' }).evaluate((tab) => tab === document.activeElement),
    ).toBe(true)
    await press('ArrowLeft')
    await page.close()
  })

  it.each(['light', 'dark'] as const)(
    'axe has no serious findings in the field in the %s theme',
    async (colorScheme) => {
      const context = await used.site().signedIn({ colorScheme })
      const { page, text, tab, press } = await openEditor(used.site(), context, colorScheme)
      await text.locator('.katex').first().waitFor()
      expect(await findingsIn(page)).toEqual([])
      await tab('Source')
      await page.getByRole('region', { name: 'Preview' }).getByRole('table').waitFor()
      expect(await findingsIn(page)).toEqual([])
      await tab('Rich text')
      await text.locator('.answerbook-formula').first().click()
      await page.getByRole('dialog', { name: 'Formula' }).getByRole('textbox').waitFor()
      await press('Escape')
      await context.close()
    },
  )

  it('the field works on a phone', async () => {
    const context = await used.site().signedIn({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    })
    const { page, text, tool, tab, caret, select, type, publish } = await openEditor(
      used.site(),
      context,
      'phone',
    )
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await text.locator('.katex').first().waitFor()
    expect(await overflow()).toBe(0)
    await caret('Last words', 'end')
    await type(' by thumb')
    await select('thumb')
    await tool('bold').tap()
    await text.locator('strong', { hasText: 'thumb' }).waitFor()
    await text.locator('.answerbook-formula').first().tap()
    const dialog = page.getByRole('dialog', { name: 'Formula' })
    await dialog.getByRole('textbox').waitFor()
    const box = await dialog.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
    await dialog.getByRole('button', { name: 'Cancel' }).tap()
    await tab('Source')
    await page.getByRole('region', { name: 'Preview' }).getByRole('table').waitFor()
    expect(await overflow()).toBe(0)
    await tab('Rich text')
    await publish()
    expect(await used.site().published('phone')).toBe(
      everyConstruct.replace('Last words', 'Last words by **thumb**'),
    )
    await context.close()
  })

  it('the field sends no requests to other hosts', async () => {
    const context = await used.site().signedIn()
    const foreign: string[] = []
    const own = new URL(used.site().server.url).origin
    await context.route(
      (url) => url.origin !== own && !['blob:', 'data:'].includes(url.protocol),
      async (route) => {
        foreign.push(route.request().url())
        await route.abort()
      },
    )
    const fonts: string[] = []
    const failed: string[] = []
    context.on('response', (response) => {
      if (response.url().endsWith('.woff2')) fonts.push(response.url())
      if (response.status() >= 400 && !response.url().includes('/media/')) failed.push(response.url())
    })
    const { page, text, tool, tab, caret, type, press, publish } = await openEditor(
      used.site(),
      context,
      'offline',
    )
    await text.locator('.katex').first().waitFor()
    await caret('Last words', 'end')
    await type(' $y^2$ and ')
    await tool('formula').click()
    await page.getByRole('dialog', { name: 'Formula' }).getByRole('textbox').waitFor()
    await type('\\int_0^1')
    await press('Control+Enter')
    await text.getByRole('textbox', { name: /^Code/ }).first().click()
    await press('Control+End')
    await type(' # more')
    await tab('Source')
    await page.getByRole('region', { name: 'Preview' }).locator('.katex').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await publish()
    expect(foreign).toEqual([])
    expect(failed).toEqual([])
    expect(fonts.some((url) => url.includes('KaTeX'))).toBe(true)
    expect(await used.site().published('offline')).toContain('$y^2$ and $\\int_0^1$')
    await context.close()
  })
})
