import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'

import { axeFindings } from '../../helpers/editor/axeFindings.ts'
import { patience } from '../../helpers/editor/patience.ts'
import { shoot } from '../../helpers/editor/shoot.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const linking = Array.from({ length: 12 }, (_, at) => `linking-${String(at + 1).padStart(2, '0')}`)

const used = useSite({
  target: 'Others link here.',
  lonely: 'Nobody links here.',
  ...Object.fromEntries(linking.map((slug) => [slug, 'It links to the target.'])),
})

describe.skipIf(used.isSkipped)('documents that link to an article', () => {
  let page: Page
  let url: string

  const open = async (slug: string): Promise<void> => {
    await page.goto(`${url}/admin/collections/articles/${await used.site().idOf(slug)}`)
    await page.getByRole('button', { name: 'Links', exact: true }).click()
  }
  const part = (heading: string) => page.getByRole('group', { name: heading })
  beforeAll(async () => {
    if (used.isSkipped) return
    page = await used.context().newPage()
    page.setDefaultTimeout(patience)
    url = used.site().server.url
    const target = await used.site().idOf('target')
    for (const slug of linking) {
      const data = { relatedArticles: [target], _status: 'published' }
      const address = `${url}/api/articles/${await used.site().idOf(slug)}`
      const response = await page.request.patch(address, { data, headers: { Origin: url } })
      expect(response.status(), await response.text()).toBe(200)
    }
  })

  it('an article lists them, ten to a page, with the keyboard alone', async () => {
    await open('target')
    const links = part('Linked from 12 documents').getByRole('link')
    await links.first().waitFor()
    expect(await links.allInnerTexts()).toEqual(linking.slice(0, 10).map((slug) => `Question ${slug}?`))
    await shoot(page, 'inbound-links')
    const pages = page.getByRole('navigation', { name: 'Documents that link here' })
    await pages.getByRole('button', { name: /next/i }).press('Enter')
    await expect
      .poll(() => links.allInnerTexts())
      .toEqual(linking.slice(10).map((slug) => `Question ${slug}?`))
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Linked from 12 documents')
    expect(await axeFindings(page, '.answerbook-inbound-links')).toEqual([])
  })

  it('each leads to its article', async () => {
    await part('Linked from 12 documents').getByRole('link', { name: 'Question linking-12?' }).click()
    await page.waitForURL(new RegExp(await used.site().idOf('linking-12')))
  })

  it('an article that nobody links to says so', async () => {
    await open('lonely')
    await page.getByText('No other document links here yet.').waitFor()
    await shoot(page, 'inbound-links-none')
    expect(await axeFindings(page, '.answerbook-inbound-links')).toEqual([])
  })

  it('a list that could not be loaded is loaded again on request, also on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.route('**/api/answerbook/inbound/**', (route) => route.abort())
    await open('target')
    await page.getByText('The documents that link here could not be loaded.').waitFor()
    await shoot(page, 'inbound-links-failed')
    expect(await axeFindings(page, '.answerbook-inbound-links')).toEqual([])
    await page.unroute('**/api/answerbook/inbound/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await part('Linked from 12 documents').getByRole('link').first().waitFor()
    const overflows = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(overflows).toBe(false)
    await shoot(page, 'inbound-links-phone')
  })
})
