import { describe, expect, it } from 'vitest'

import { selectText } from '../helpers/editor/selectText.ts'
import { filesWith } from './appLife.ts'
import { useBuiltApp } from './useBuiltApp.ts'

const app = useBuiltApp({ name: 'articles', collection: 'articles', users: 'people' })

describe.skipIf(app.isSkipped)('the app of articles, built by next build', () => {
  it('the first user of the articles app can sign in', () => app.signUp())

  it('the articles app saves an edited answer and its author', async () => {
    const page = await app.open('what-is-dna')
    await selectText(await app.richText(page, /^Answer/), 'It has two strands', 'end')
    await page.keyboard.type(' of DNA')
    await page.locator('#field-author').fill('Rosalind')
    expect(await app.save(page)).toBe(200)
    await page.close()
  })

  it('the articles app exports only the edits', async () => {
    const names = ['what-is-a-cell', 'what-is-dna'].map((slug) => `learn/biology/${slug}.md`)
    expect(await app.exported()).toEqual(
      filesWith(app.content(), names, {
        'learn/biology/what-is-dna.md': [
          ['author: "Answerbook"', 'author: "Rosalind"'],
          ['It has two strands.', 'It has two strands of DNA.'],
        ],
      }),
    )
  })
})
