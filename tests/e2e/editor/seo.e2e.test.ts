import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'

import { axeFindings } from '../../helpers/editor/axeFindings.ts'
import { patience } from '../../helpers/editor/patience.ts'
import { shoot } from '../../helpers/editor/shoot.ts'
import { useSite } from '../../helpers/editor/useSite.ts'

const used = useSite({ osmosis: 'Water moves.' })

describe.skipIf(used.isSkipped)('meta texts', () => {
  let page: Page

  const open = async (): Promise<void> => {
    const { idOf, server } = used.site()
    await page.goto(`${server.url}/admin/collections/articles/${await idOf('osmosis')}`)
    await page.getByRole('button', { name: 'SEO', exact: true }).click()
  }
  const preview = () => page.getByRole('region', { name: 'Preview of the search result' })
  beforeAll(async () => {
    if (used.isSkipped) return
    page = await used.context().newPage()
    page.setDefaultTimeout(patience)
    await open()
  })

  it('their lengths are measured while they are typed', async () => {
    const title = page.getByLabel('Meta title')
    await title.fill('What osmosis is')
    await page.getByText(/^15 of 60 characters, 1\d\d of 580 pixels$/).waitFor()
    // Fewer characters than 60, but wide ones.
    await title.fill('W'.repeat(40))
    await page.getByText(/^40 of 60 characters, 7\d\d of 580 pixels$/).waitFor()
    await page.getByRole('status').filter({ hasText: 'Search results cut it off.' }).waitFor()
    await page.getByLabel('Meta description').fill('Water moves through a membrane. '.repeat(9))
    await page.getByText(/^287 of 160 characters, /).waitFor()
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'Search results cut it off.' }).count())
      .toBe(2)
    await title.fill('What osmosis is and how cells use it')
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'Search results cut it off.' }).count())
      .toBe(1)
    await shoot(page, 'seo')
    expect(await axeFindings(page, '.answerbook-length, .answerbook-search-preview')).toEqual([])
  })

  it('the preview shows them as a search result does', async () => {
    const lines = await preview().locator('p').allInnerTexts()
    expect(lines).toEqual([
      'learn › seo › questions › osmosis',
      'What osmosis is and how cells use it',
      expect.stringMatching(/^(?:Water moves through a membrane\. )+.*…$/),
    ])
    expect(lines[2]?.length).toBeLessThan(200)
    await page.getByLabel('Meta title').fill('')
    await page.getByLabel('Meta description').fill(' ')
    await preview().getByText('No meta title').waitFor()
    await preview().getByText('No meta description: search engines choose a part of the text.').waitFor()
  })

  it('it fits on a phone, in the dark', async () => {
    const phone = await used.site().signedIn({ colorScheme: 'dark', viewport: { width: 390, height: 844 } })
    page = await phone.newPage()
    await open()
    await preview().waitFor()
    const overflows = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(overflows).toBe(false)
    await shoot(page, 'seo-phone')
    expect(await axeFindings(page, '.answerbook-length, .answerbook-search-preview')).toEqual([])
    await phone.close()
  })
})
