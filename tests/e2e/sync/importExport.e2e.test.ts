import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'

import { unzip } from '../../../src/files/upload/unzip.ts'
import { zipOf } from '../../../src/files/zipOf.ts'
import { articlePath } from '../../helpers/editor/articleFile.ts'
import { axeFindings } from '../../helpers/editor/axeFindings.ts'
import { signIn } from '../../helpers/editor/siteRequests.ts'
import { useSite } from '../../helpers/editor/useSite.ts'
import { patience } from '../../helpers/editor/patience.ts'

const used = useSite({}, { viewport: { width: 1280, height: 900 } })
const subject = 'import-export'

describe.skipIf(used.isSkipped)('import and export in the admin', () => {
  let page: Page
  let admin: string
  let site: string

  const write = (slug: string, answer: string, folder = 'site'): void => {
    const file = path.join(path.dirname(site), folder, articlePath(subject, slug))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, used.site().fileWith(slug, answer))
  }
  const countOf = async (slug: string): Promise<number> => {
    const where = `where[url][equals]=/learn/${subject}/questions/${slug}`
    const response = await page.request.get(`${used.site().server.url}/api/articles?depth=0&${where}`)
    const { totalDocs }: { totalDocs: number } = await response.json()
    return totalDocs
  }
  const openImport = async (folder = 'site'): Promise<void> => {
    await page.goto(`${admin}/import`)
    await page.getByLabel('Folder', { exact: true }).waitFor()
    await page.getByLabel('Folder below it').fill(folder)
  }
  const check = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByRole('heading', { name: 'What this import would do' }).waitFor()
  }
  const importNow = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Import now' }).click()
    await page.waitForURL(/answerbook-runs\/[0-9a-f-]+$/)
  }
  const status = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor()
  const publish = async (slug: string, answer: string): Promise<void> => {
    const { editor, idOf, server } = used.site()
    const token = await signIn(server.url, editor)
    const response = await fetch(`${server.url}/api/articles/${await idOf(slug)}`, {
      method: 'PATCH',
      headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ answer, _status: 'published' }),
    })
    expect(response.status).toBe(200)
  }

  beforeAll(async () => {
    if (used.isSkipped) return
    page = await used.context().newPage()
    page.setDefaultTimeout(patience)
    admin = `${used.site().server.url}/admin`
    site = path.join(used.site().server.folder, 'roots/site')
    write('what-is-a-tide', 'The sea rises and falls twice a day.')
    write('what-is-a-wave', 'Wind moves the surface of the water.')
  })

  it('a check shows what an import would do and changes nothing, also after a reload', async () => {
    await page.goto(admin)
    await openImport()
    await check()
    await page.getByRole('cell', { name: articlePath(subject, 'what-is-a-tide') }).waitFor()
    expect(await page.getByRole('cell', { name: 'New', exact: true }).count()).toBe(2)
    expect(await countOf('what-is-a-tide')).toBe(0)
    expect(await axeFindings(page, '.answerbook-page')).toEqual([])
    await page.reload()
    await page.getByRole('heading', { name: 'What this import would do' }).waitFor()
    expect(await page.getByLabel('Folder below it').inputValue()).toBe('site')
    await page.getByLabel('Outcome').selectOption('created')
    await page.getByRole('status').filter({ hasText: '2 entries' }).waitFor()
  })

  it('the import that was checked runs on its own page, with links to the articles', async () => {
    await importNow()
    await status('Done')
    expect(await countOf('what-is-a-tide')).toBe(1)
    await page.getByRole('heading', { name: 'Files', exact: true }).waitFor()
    await page
      .getByRole('row', { name: /what-is-a-tide/ })
      .getByRole('link', { name: 'Question what-is-a-tide?' })
      .first()
      .waitFor()
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download report' }).click(),
    ])
    const file = await report.path()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ kind: 'import', status: 'done' })
    await page.goto(`${admin}/collections/answerbook-runs`)
    await page.getByRole('link', { name: 'Import: site' }).first().waitFor()
    await page.getByText('2 created').first().waitFor()
    expect(await page.content()).not.toContain('monaco')
  })

  it('conflicts are settled side by side, one by one, with the keyboard', async () => {
    await publish('what-is-a-tide', 'The moon pulls the sea.')
    await publish('what-is-a-wave', 'Energy travels, the water stays.')
    write('what-is-a-tide', 'The sun pulls the sea too.')
    write('what-is-a-wave', 'A wave carries energy.')
    await openImport()
    await check()
    await page
      .getByRole('cell', { name: /^Conflict/ })
      .first()
      .waitFor()
    await importNow()
    await page.getByRole('heading', { name: '2 fields to decide' }).waitFor()
    const tide = page.getByRole('listitem').filter({ hasText: articlePath(subject, 'what-is-a-tide') })
    await tide.getByLabel('Answer in the CMS').filter({ hasText: 'The moon' }).waitFor()
    await tide.getByLabel('Answer in the file').filter({ hasText: 'The sun' }).waitFor()
    expect(await axeFindings(page, '.answerbook-run')).toEqual([])

    await tide.getByRole('button', { name: /^Take the file’s value of Answer/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '1 field to decide' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
    expect(await used.site().published('what-is-a-tide')).toBe('The sun pulls the sea too.')

    await page.getByRole('button', { name: /^Keep the CMS value of Answer/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'All conflicts are settled' }).waitFor()
    expect(await used.site().published('what-is-a-wave')).toBe('Energy travels, the water stays.')
  })

  it('an export writes what was chosen to a folder, and says what it has written', async () => {
    await page.goto(`${admin}/export`)
    await page.getByLabel('Folder below it').fill('site')
    await page.getByRole('button', { name: 'Export now' }).click()
    await page.waitForURL(/answerbook-runs\/[0-9a-f-]+$/)
    await status('Done')
    await page.getByRole('cell', { name: 'Written', exact: true }).first().waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ entr(y|ies)$/ })
      .waitFor()
    const text = (slug: string): string => readFileSync(path.join(site, articlePath(subject, slug)), 'utf8')
    expect(text('what-is-a-wave')).toBe(
      used.site().fileWith('what-is-a-wave', 'Energy travels, the water stays.'),
    )
    expect(text('what-is-a-tide')).toBe(used.site().fileWith('what-is-a-tide', 'The sun pulls the sea too.'))
  })

  it('an export can be downloaded as a zip', async () => {
    await page.goto(`${admin}/export`)
    await page.getByLabel('A zip to download').check()
    await page.getByRole('button', { name: 'Export now' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download zip' }).click(),
    ])
    const folder = path.join(used.site().server.folder, 'unzipped')
    mkdirSync(folder)
    await unzip(await download.path(), folder)
    expect(readFileSync(path.join(folder, articlePath(subject, 'what-is-a-tide')), 'utf8')).toContain(
      'The sun pulls the sea too.',
    )
  })

  it('a zip is uploaded, checked and imported; a broken one is refused with a sentence', async () => {
    const slug = 'what-is-a-current'
    const content = used.site().fileWith(slug, 'Water that moves in one direction.')
    const files = async function* () {
      yield { path: articlePath(subject, slug), content }
    }
    const zip = Buffer.from(await new Response(zipOf(files())).arrayBuffer())
    await page.goto(`${admin}/import`)
    await page.getByLabel('On this computer').check()
    const choose = (buffer: Buffer) =>
      page
        .locator('input[type=file]')
        .first()
        .setInputFiles([{ name: 'delivery.zip', mimeType: 'application/zip', buffer }])
    await choose(zip.subarray(0, zip.length - 30))
    await page.getByRole('alert').filter({ hasText: 'zip' }).waitFor()
    await choose(zip)
    await page.getByText('delivery.zip').waitFor()
    await check()
    await importNow()
    await status('Done')
    expect(await countOf(slug)).toBe(1)
  })

  it('the pages are for those who may import, and need a sign-in', async () => {
    const writer = await used.site().signedIn({}, 'sync-writer', 'writer')
    const other = await writer.newPage()
    await other.goto(`${admin}/import`)
    await other.getByText('You are not allowed to import and export.').waitFor()
    for (const name of ['Export', 'Changes to export'])
      expect(await other.getByRole('link', { name, exact: true }).count()).toBe(0)
    await writer.clearCookies()
    await other.goto(`${admin}/export`)
    await other.waitForURL(/\/login\?redirect=/)
    await writer.close()
    await page.goto(admin)
    const changes = page.locator('.nav').getByRole('link', { name: 'Changes to export' })
    expect(await changes.getAttribute('href')).toBe('/admin/changes')
    await page.locator('.nav').getByRole('link', { name: 'Export', exact: true }).waitFor()
  })

  it('the pages fit a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const address of ['/import', '/export', '/collections/answerbook-runs']) {
      await page.goto(`${admin}${address}`)
      await page.waitForLoadState('networkidle')
      const widest = () => page.evaluate(() => document.documentElement.scrollWidth)
      await expect.poll(widest, { message: address }).toBeLessThanOrEqual(390)
      if (address !== '/collections/answerbook-runs')
        expect(await axeFindings(page, '.answerbook-page')).toEqual([])
    }
  })
})
