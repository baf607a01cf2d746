import { describe, expect, it } from 'vitest'

import { selectText } from '../helpers/editor/selectText.ts'
import { filesWith } from './appLife.ts'
import { useBuiltApp } from './useBuiltApp.ts'

const app = useBuiltApp({ name: 'blog', collection: 'posts' })

describe.skipIf(app.isSkipped)('the blog, built by next build', () => {
  it('the first user of the blog can sign in', () => app.signUp())

  it('the blog saves an edited title and paragraph', async () => {
    const page = await app.open('hello')
    await selectText(await app.richText(page, /^Content/), 'world', 'end')
    await page.keyboard.type('s')
    await page.locator('#field-title').fill('Hello, worlds')
    expect(await app.save(page)).toBe(200)
    await page.close()
  })

  it('the blog refuses a stale save and says why', async () => {
    const [first, second] = [await app.open('windows'), await app.open('windows')]
    await second.locator('#field-title').fill('Second')
    expect(await app.save(second)).toBe(200)
    await first.bringToFront()
    await first.locator('#field-title').fill('First')
    expect(await app.save(first)).toBe(409)
    await first
      .getByText(/Not saved\. This document was changed by someone else/)
      .first()
      .waitFor()
    await first.close()
    await second.close()
  })

  it('the blog shows the file of a post', async () => {
    const page = await app.open('hello')
    await page.getByRole('link', { name: 'Markdown' }).click()
    await page.getByText('posts/hello.md').first().waitFor()
    await page.getByText('title: "Hello, worlds"').first().waitFor()
    await page.close()
  })

  it('the blog exports only the edits', async () => {
    const names = ['hello', 'idea', 'plain', 'toml', 'windows'].map((slug) => `posts/${slug}.md`)
    expect(await app.exported()).toEqual(
      filesWith(app.content(), names, {
        'posts/hello.md': [
          ['"Hello, world"', '"Hello, worlds"'],
          ['**world**', '**worlds**'],
        ],
        'posts/windows.md': [['title: Windows', 'title: Second']],
      }),
    )
  })
})
