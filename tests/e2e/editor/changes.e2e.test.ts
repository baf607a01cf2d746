import axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'

import { shoot } from '../../helpers/editor/shoot.ts'
import { useSite } from '../../helpers/editor/useSite.ts'
import { patience } from '../../helpers/editor/patience.ts'

const used = useSite({
  edited: 'First paragraph.\n\nSecond paragraph.\n\n- one\n- two',
  renamed: 'This article gets another slug.',
  gone: 'This article goes to the trash.',
})

/** Serious and critical findings of axe on the page, each with its elements. */
const findings = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  const found: { id: string; impact: string; nodes: { target: string[] }[] }[] = JSON.parse(
    await page.evaluate<string>(
      `axe.run('main, .template-default', { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations))`,
    ),
  )
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
    .filter((finding) => finding.includes('answerbook'))
}

describe.skipIf(used.isSkipped)('changes for the next export', () => {
  let page: Page
  let url: string

  const patch = async (slug: string, data: object): Promise<void> => {
    const id = await used.site().idOf(slug)
    const response = await page.request.patch(`${url}/api/articles/${id}`, { data, headers: { Origin: url } })
    expect(response.status(), await response.text()).toBe(200)
  }
  const rowOf = (text: string) => page.getByRole('row').filter({ hasText: text })

  beforeAll(async () => {
    if (used.isSkipped) return
    page = await used.context().newPage()
    page.setDefaultTimeout(patience)
    url = used.site().server.url
  })

  it('the page lists what people have changed, with fields and names', async () => {
    await patch('edited', {
      question: 'Which question was edited?',
      answer: 'First paragraph, edited.\n\nSecond paragraph.\n\n- one\n- two',
      seo: { title: 'A title for search engines' },
      _status: 'published',
    })
    await patch('renamed', { slug: 'renamed-later', _status: 'published' })
    await patch('gone', { deletedAt: new Date().toISOString() })
    await page.goto(`${url}/admin/changes`)
    await page.getByRole('heading', { name: 'Changes for the next export', level: 1 }).waitFor()
    const edited = rowOf('changes/edited.md')
    await edited.filter({ hasText: 'Question' }).waitFor()
    const text = await edited.innerText()
    for (const word of ['Changed', 'Answer', used.site().editor.email]) expect(text).toContain(word)
    expect(await rowOf('renamed-later.md').innerText()).toContain('Moved')
    expect(await rowOf('changes/gone.md').innerText()).toContain('Removed')
    await shoot(page, 'changes')
    expect(await findings(page)).toEqual([])
  })

  it('the list is filtered by kind and person, with the keyboard alone', async () => {
    await page.getByLabel('Change', { exact: true }).selectOption('removed')
    await page.getByLabel('By', { exact: true }).selectOption(used.site().editor.email)
    await page.getByRole('button', { name: 'Filter' }).press('Enter')
    await page.waitForURL(/kind=removed/)
    await rowOf('changes/gone.md').waitFor()
    expect(await rowOf('changes/edited.md').count()).toBe(0)
  })

  it('the dashboard shows the number right after a change, and leads to the list', async () => {
    await page.goto(`${url}/admin`)
    const card = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Changes for the next export' }) })
    await card.getByRole('link', { name: /^\d+ documents?$/ }).click()
    await page.waitForURL(/admin\/changes$/)
    await rowOf('changes/edited.md').getByRole('link').click()
    await page.waitForURL(/\/markdown$/)
    await page.getByRole('heading', { name: 'Fields that differ from the imported file' }).waitFor()
  })

  it('single changes are taken back, and the others stay', async () => {
    const section = page.getByRole('region', { name: 'Fields that differ from the imported file' })
    await section.waitFor()
    await shoot(page, 'fields')
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Take back the change of Question' }).press('Enter')
    await page.getByText('These fields will be reset to the imported file: Question').waitFor()
    await shoot(page, 'fields-question')
    await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter')
    await page.getByText('Restored as a draft').waitFor()
    await section.getByRole('checkbox', { name: 'Question' }).waitFor({ state: 'detached' })
    expect(await used.site().draft('edited')).toContain('edited')
    await section.getByRole('checkbox', { name: 'All' }).press('Space')
    await page.getByRole('button', { name: 'Take back selected' }).press('Enter')
    await page.getByRole('button', { name: 'Restore', exact: true }).press('Enter')
    await section.waitFor({ state: 'detached' })
    expect(await used.site().draft('edited')).not.toContain('edited')
    expect(await used.site().published('edited')).toContain('edited')
  })

  it.each(['light', 'dark'] as const)('both pages fit a phone in the %s theme', async (theme) => {
    const context = await used.site().signedIn({ colorScheme: theme, viewport: { width: 390, height: 844 } })
    const phone = await context.newPage()
    await patch('edited', { author: `Ada ${theme}`, _status: 'published' })
    const id = await used.site().idOf('edited')
    for (const [name, address] of [
      ['changes', '/changes'],
      ['fields', `/collections/articles/${id}/markdown`],
    ]) {
      await phone.goto(`${url}/admin${address}`)
      await phone.waitForLoadState('networkidle')
      const widest = () => phone.evaluate(() => document.documentElement.scrollWidth)
      await expect.poll(widest, { message: address ?? '', timeout: patience }).toBeLessThanOrEqual(390)
      await shoot(phone, `${name}-phone-${theme}`)
      expect(await findings(phone)).toEqual([])
    }
    await context.close()
  })
})
