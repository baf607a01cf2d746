import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { findBrowser } from '../findBrowser.ts'
import { openSite, type Site } from './openSite.ts'

/** The site of a file of tests, and an editor's browser in it. Both are there once tests run. */
export type UsedSite = { site: () => Site; context: () => BrowserContext; isSkipped: boolean }

const found = await findBrowser()
if ('skipped' in found) console.warn(found.skipped)

/** Opens a site for the tests of a file and closes it after them. `answers`: Markdown by the names of article files. */
export const useSite = (answers: Record<string, string>, options: BrowserContextOptions = {}): UsedSite => {
  let site: Site | undefined
  let context: BrowserContext | undefined
  beforeAll(
    async () => {
      if ('skipped' in found) return
      site = await openSite(found, answers)
      context = await site.signedIn(options)
    },
    20 * 60 * 1000,
  )
  afterAll(async () => {
    await context?.close()
    await site?.close()
  }, 60_000)
  return {
    site: () => {
      if (!site) throw new Error('The site is not open.')
      return site
    },
    context: () => {
      if (!context) throw new Error('No editor has signed in.')
      return context
    },
    isSkipped: 'skipped' in found,
  }
}
