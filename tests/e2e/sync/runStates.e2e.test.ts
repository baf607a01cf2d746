import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'

import { articlePath } from '../../helpers/editor/articleFile.ts'
import { axeFindings } from '../../helpers/editor/axeFindings.ts'
import { useSite } from '../../helpers/editor/useSite.ts'
import { shoot } from '../../helpers/editor/shoot.ts'
import { patience } from '../../helpers/editor/patience.ts'

const used = useSite({ 'what-is-exported': 'As imported.' }, { viewport: { width: 1280, height: 900 } })
const subject = 'run-states'
const phone = { width: 390, height: 844 }
// More than a fast server imports while a browser looks.
const tides = 12_000

describe.skipIf(used.isSkipped)('imports and exports that run, fail, or have to wait', () => {
  let page: Page
  let admin: string
  let roots: string

  const write = (slug: string, folder: string): void => {
    const file = path.join(roots, folder, articlePath(subject, slug))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, used.site().fileWith(slug, 'Each bay has its shape.'))
  }
  const open = async (form: 'import' | 'export', folder: string, on = page): Promise<void> => {
    await on.goto(`${admin}/${form}`)
    await on.getByLabel('Folder', { exact: true }).waitFor()
    await on.getByLabel('Folder below it').fill(folder)
  }
  const check = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.getByRole('heading', { name: 'What this import would do' }).waitFor({ timeout: patience })
  }
  const press = (name: string, on = page) => on.getByRole('button', { name, exact: true }).click()
  const runPage = () => page.waitForURL(/answerbook-runs\/[0-9a-f-]+$/)
  const status = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor()
  const alert = (text: string, on = page) => on.getByRole('alert').filter({ hasText: text }).waitFor()
  const fits = async (part: string, name: string): Promise<void> => {
    await shoot(page, name)
    expect(await axeFindings(page, part)).toEqual([])
    const wide = page.viewportSize() ?? phone
    await page.setViewportSize(phone)
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth)
    await expect.poll(widest, { message: name }).toBeLessThanOrEqual(phone.width)
    await shoot(page, `${name}-phone`)
    await page.setViewportSize(wide)
  }

  beforeAll(async () => {
    if (used.isSkipped) return
    page = await used.context().newPage()
    page.setDefaultTimeout(patience)
    admin = `${used.site().server.url}/admin`
    roots = path.join(used.site().server.folder, 'roots')
  })

  it('an import from a folder that has vanished since its check is refused', async () => {
    write('why-does-it-vanish', 'vanishing')
    await open('import', 'vanishing')
    await check()
    rmSync(path.join(roots, 'vanishing'), { recursive: true })
    await press('Import now')
    await alert('cannot be used: no such file or directory')
    await fits('.answerbook-page', 'vanished')
  })

  it('an export that fails says why, and how to start it again', async () => {
    writeFileSync(path.join(roots, 'blocked'), 'A file where a folder should be.')
    await open('export', 'blocked')
    await press('Export now')
    await runPage()
    await status('Failed')
    await page.getByText('it is not a folder').waitFor()
    await page.getByText('No file was changed.').waitFor()
    await fits('.answerbook-run', 'failed')
    await page.getByRole('link', { name: 'Export again' }).click()
    await page.waitForURL(/\/export$/)
  })

  it('an export is committed with a message, unless the work tree has other changes', async () => {
    const repository = path.join(roots, 'repository')
    const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim()
    mkdirSync(repository)
    git('init', '--quiet')
    git('config', 'user.name', 'Server')
    git('config', 'user.email', 'server@example.com')
    writeFileSync(path.join(repository, 'notes.txt'), 'Not committed.\n')
    await open('export', 'repository')
    await page.getByLabel('Commit the changes with git').check()
    const exportNow = page.getByRole('button', { name: 'Export now' })
    expect(await exportNow.isDisabled()).toBe(true)
    await page.getByLabel('Commit message').fill('Edits of the week')
    await exportNow.click()
    await alert('has uncommitted changes (1, such as notes.txt): commit or discard them first')
    await fits('.answerbook-page', 'dirty')
    rmSync(path.join(repository, 'notes.txt'))
    await exportNow.click()
    await runPage()
    await status('Done')
    expect(git('log', '-1', '--format=%ae %s')).toBe(`${used.site().editor.email} Edits of the week`)
    expect(git('status', '--porcelain')).toBe('')
    expect(git('ls-files')).toContain(articlePath(subject, 'what-is-exported'))
  })

  it('a running import shows its progress, and another run is refused', async () => {
    for (let at = 0; at < tides; at += 1) write(`why-is-tide-${at}-high`, 'tides')
    await open('import', 'tides')
    await check()
    const other = await used.context().newPage()
    await open('export', 'elsewhere', other)
    await press('Import now')
    await runPage()
    await page.getByRole('progressbar').waitFor()
    await press('Export now', other)
    await alert('Not started: another import or export is running', other)
    await other.getByText(`An import started by ${used.site().editor.email} is running.`).waitFor()
    await shoot(other, 'busy')
    await fits('.answerbook-run', 'running')
    await other.getByRole('link', { name: 'See its progress' }).click()
    await other.waitForURL(page.url())
    await other.close()
  })

  it('an import is cancelled, keeps what it has imported, and is started again', async () => {
    await press('Cancel')
    await page.getByText('What is already imported stays imported.').waitFor()
    await page.getByRole('button', { name: 'Cancel', exact: true }).last().click()
    await status('Interrupted')
    const created = await page.request.get(
      `${used.site().server.url}/api/articles?depth=0&limit=1&where[url][contains]=/questions/why-is-tide-`,
    )
    const { totalDocs }: { totalDocs: number } = await created.json()
    expect(totalDocs).toBeLessThan(tides)
    await fits('.answerbook-run', 'interrupted')
    await page.getByRole('link', { name: 'Import again' }).click()
    await page.waitForURL(/\/import\?/)
    await expect.poll(() => page.getByLabel('Folder below it').inputValue()).toBe('tides')
  })
})
