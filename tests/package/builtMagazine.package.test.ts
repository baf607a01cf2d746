import { describe, expect, it } from 'vitest'

import { selectText } from '../helpers/editor/selectText.ts'
import { filesWith } from './appLife.ts'
import { useBuiltApp } from './useBuiltApp.ts'

const app = useBuiltApp({ name: 'magazine', collection: 'stories', importOptions: ['--set', 'edition=7'] })

describe.skipIf(app.isSkipped)('the magazine, built by next build', () => {
  it('the first user of the magazine can sign in', () => app.signUp())

  it('the magazine saves an edited title, search preview and paragraph', async () => {
    const page = await app.open('night-train')
    await selectText(await app.richText(page, /^Text/), 'nine', 'end')
    await page.keyboard.type(' sharp')
    await page.locator('#field-title').fill('The last night train')
    await page.locator('#field-seo__description').fill('Why they leave.')
    expect(await app.save(page)).toBe(200)
    await page.close()
  })

  it('the magazine shows the refusal of its own hook', async () => {
    const page = await app.open('undated')
    await page.locator('#field-title').fill('TODO')
    expect(await app.save(page)).toBeGreaterThanOrEqual(400)
    await page.close()
  })

  it('the magazine exports only the edits', async () => {
    const names = ['bridge', 'night-train', 'undated'].map((slug) => `stories/${slug}.md`)
    expect(await app.exported()).toEqual(
      filesWith(app.content(), names, {
        'stories/night-train.md': [
          ['title: The night train', 'title: The last night train'],
          ['Why they are back.', 'Why they leave.'],
          ['**nine**', '**nine sharp**'],
        ],
      }),
    )
  })
})
