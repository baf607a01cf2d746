import { type BrowserContext, chromium, type Page } from 'playwright-core'

import { readAnswers } from '../../.scripts/fidelity/readAnswers.ts'
import { corpusAnswers } from '../helpers/corpusAnswers.ts'
import { openSite, type Site } from '../helpers/editor/openSite.ts'
import { selectText } from '../helpers/editor/selectText.ts'
import { signIn } from '../helpers/editor/siteRequests.ts'
import { findBrowser } from '../helpers/findBrowser.ts'
import { startServer } from '../helpers/startServer.ts'
import { untilShown } from './untilShown.ts'

const openings = 5
const typed = 'The quick brown fox jumps over the lazy dog and goes home at last'

const formulasIn = (answer: string): number => (answer.match(/\$|\\\(|\\\[/g) ?? []).length

const highest = (answers: string[], measure: (answer: string) => number): string =>
  answers.reduce((best, answer) => (measure(answer) > measure(best) ? answer : best), '')

const percentile = (times: number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

const address = async (site: Site, slug: string): Promise<string> =>
  `${site.server.url}/admin/collections/articles/${await site.idOf(slug)}`

/** Milliseconds from the request of the page until the whole answer is shown, with its formulas. */
const opening = async (page: Page, url: string): Promise<number> => {
  await page.goto(url)
  return untilShown(page)
}

/** Milliseconds from each key press until the page shows the character. */
const keystrokes = async (page: Page): Promise<number[]> => {
  const text = page.locator('[data-lexical-editor="true"]')
  const words = await text.locator('p').first().innerText()
  await selectText(text, words.trim().split(/\s+/)[0] ?? '', 'end')
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keystrokes: times })
    addEventListener(
      'keydown',
      () => {
        const pressed = performance.now()
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - pressed)))
      },
      { capture: true },
    )
  })
  await page.keyboard.type(typed, { delay: 130 })
  await page.waitForTimeout(500)
  return page.evaluate((): number[] => Reflect.get(window, 'keystrokes'))
}

const measure = async (site: Site, context: BrowserContext, slug: string) => {
  const url = await address(site, slug)
  const page = await context.newPage()
  const cold = await opening(page, url)
  const warm: number[] = []
  for (let at = 1; at < openings; at += 1) warm.push(await opening(page, url))
  await page.waitForTimeout(1000)
  const keys = await keystrokes(page)
  await page.close()
  return { cold, warm: percentile(warm, 0.5), key: percentile(keys, 0.5), slowKey: percentile(keys, 0.95) }
}

/** Times opening answers in the editor and typing in them: the largest ones, compared with an answer of one line. */
export const benchEditor = async (): Promise<void> => {
  const found = await findBrowser()
  if ('skipped' in found) {
    console.warn(found.skipped)
    return
  }
  const real = corpusAnswers().map(({ answer }) => answer)
  const all = real.length > 0 ? real : (await readAnswers('content')).answers.map(({ markdown }) => markdown)
  const answers: Record<string, string> = {
    'one-line': 'One line of text.',
    'most-formulas': highest(all, formulasIn),
    longest: highest(all, (answer) => answer.length),
  }
  const server = await startServer()
  const browser = await chromium.launch(found)
  const adminToken = await signIn(server.url, server.admin)
  const site = await openSite({ server, browser, adminToken }, 'bench', answers)
  const rows: Record<string, unknown>[] = []
  let baseline: Awaited<ReturnType<typeof measure>> | undefined
  for (const [slug, answer] of Object.entries(answers)) {
    // A new browser for each, so that it does not find cached files of the previous one.
    const context = await site.signedIn()
    const times = await measure(site, context, slug)
    await context.close()
    baseline ??= times
    rows.push({
      answer: slug === 'one-line' ? 'one line (baseline)' : slug.replace('-', ' '),
      characters: answer.length,
      'first opening, ms': Math.round(times.cold),
      'next ones, ms': Math.round(times.warm),
      ratio: Number((times.warm / baseline.warm).toFixed(2)),
      'key, ms': Number(times.key.toFixed(1)),
      'ratio ': Number((times.key / baseline.key).toFixed(2)),
      'slowest of 20 keys, ms': Number(times.slowKey.toFixed(1)),
    })
  }
  await browser.close()
  await server.stop()
  console.log(`the editor in a browser, ${real.length > 0 ? 'real' : 'demo'} answers`)
  console.table(rows)
}
