import { describe, expect, it } from 'vitest'

import { everyConstruct } from '../../helpers/editor/everyConstruct.ts'
import { openEditor } from '../../helpers/editor/openEditor.ts'
import { smallImage } from '../../helpers/editor/smallImage.ts'
import { useSite } from '../../helpers/editor/useSite.ts'
import { patience } from '../../helpers/editor/patience.ts'

const text = 'Before.\n\nAfter.'

const used = useSite({
  uploaded: text,
  pasted: text,
  described: `![Old](/x.png "T")\n\nText.`,
  history: everyConstruct,
})

const edited = everyConstruct.replace('the radius $r$', () => 'the radius $R$')

describe.skipIf(used.isSkipped)('images and versions', () => {
  it('an image can be uploaded through the picker', async () => {
    const {
      page,
      caret,
      press,
      tool,
      type,
      publish,
      text: editor,
    } = await openEditor(used.site(), used.context(), 'uploaded')
    await caret('Before.', 'end')
    await press('Enter')
    await tool('image').click()
    await page
      .getByRole('button', { name: /create new/i })
      .first()
      .click()
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'pixel.png', mimeType: 'image/png', buffer: smallImage })
    await page.locator('#field-alt').fill('One green pixel')
    await page.locator('.doc-drawer #action-save').click()
    await editor.getByRole('img', { name: 'One green pixel' }).waitFor()
    await type(' Shown.')
    await publish()
    const answer = 'Before.\n\n![One green pixel](/api/media/file/pixel.png) Shown.\n\nAfter.'
    expect(await used.site().published('uploaded')).toBe(answer)
    const image = await fetch(`${used.site().server.url}/api/media/file/pixel.png`)
    expect(image.status).toBe(200)
    expect(image.headers.get('content-type')).toBe('image/png')
    expect((await used.site().exported())('uploaded')).toBe(used.site().fileWith('uploaded', answer))
    await page.close()
  })

  it('an image can be pasted as a file', async () => {
    const { page, caret, publish, text: editor } = await openEditor(used.site(), used.context(), 'pasted')
    await caret('Before.', 'end')
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([bytes], 'clip.png', { type: 'image/png' }))
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
      )
    }, smallImage.toString('base64'))
    const dialog = page.getByRole('dialog', { name: 'Image' })
    await dialog.getByRole('button', { name: 'Upload' }).click()
    await expect.poll(() => dialog.getByRole('status').textContent()).toMatch(/Describe the image/)
    await dialog.getByRole('textbox').fill('A clip')
    await dialog.getByRole('button', { name: 'Upload' }).click()
    await editor.getByRole('img', { name: 'A clip' }).waitFor()
    await publish()
    expect(await used.site().published('pasted')).toMatch(
      /^Before\.!\[A clip\]\(\/api\/media\/file\/clip\.png\)\n\nAfter\.$/,
    )
    await page.close()
  })

  it('a broken image shows its alternative text and URL, and both can be changed', async () => {
    const { page, publish, text: editor } = await openEditor(used.site(), used.context(), 'described')
    await editor.getByText('/x.png').click()
    const dialog = page.getByRole('dialog', { name: 'Image' })
    await dialog.getByLabel(/^Alternative text/).fill('New words')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await editor.getByText('New words').waitFor()
    await publish()
    expect(await used.site().published('described')).toBe('![New words](/x.png "T")\n\nText.')
    await page.close()
  })

  it('a version shows its changed lines, and an older one is restored byte for byte', async () => {
    const site = used.site()
    const editor = await openEditor(site, used.context(), 'history')
    const { page } = editor
    await editor.text.getByRole('math', { name: 'r', exact: true }).click()
    await page.getByRole('dialog', { name: 'Formula' }).getByRole('textbox', { name: 'LaTeX' }).fill('R')
    await editor.press('Control+Enter')
    await editor.publish()
    expect(await site.published('history')).toBe(edited)
    expect((await site.exported())('history')).toBe(site.fileWith('history', edited))

    const id = await site.idOf('history')
    const versions = `${site.server.url}/admin/collections/articles/${id}/versions`
    await page.goto(versions)
    const links = page.locator('.table a[href*="/versions/"]')
    await links.first().waitFor()
    const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    await page.goto(new URL(addresses[0] ?? '', site.server.url).href)
    const changes = page.getByRole('region', { name: /^Changes to Answer/ })
    await changes.waitFor()
    const lines = await changes
      .locator('li.answerbook-diff-lines__line--removed, li.answerbook-diff-lines__line--added')
      .allInnerTexts()
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('A circle with the radius $r$ has the area $\\pi r^2$')
    expect(lines[1]).toContain('A circle with the radius $R$ has the area $\\pi r^2$')

    await page.goto(new URL(addresses.at(-1) ?? '', site.server.url).href)
    await page.getByRole('button', { name: /^Restore this version/i }).click()
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.waitForURL((url) => url.pathname.endsWith(`/articles/${id}`))
    await expect.poll(() => site.published('history'), { timeout: patience }).toBe(everyConstruct)
    await page.close()
  })

  it('the imported file is restored byte for byte', async () => {
    const site = used.site()
    const first = await openEditor(site, used.context(), 'history')
    await first.caret('Last words', 'end')
    await first.type(' changed')
    await first.publish()
    const { page } = first
    const id = await site.idOf('history')
    await page.goto(`${site.server.url}/admin/collections/articles/${id}/markdown`)
    await page.getByRole('button', { name: 'Restore imported file' }).click()
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await page.waitForURL((url) => url.pathname.endsWith(`/articles/${id}`))
    await page.close()
    const second = await openEditor(site, used.context(), 'history')
    await second.publish()
    expect(await site.published('history')).toBe(everyConstruct)
    expect((await site.exported())('history')).toBe(site.fileWith('history', everyConstruct))
    await second.page.close()
  })
})
