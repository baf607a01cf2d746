import path from 'node:path'

import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll } from 'vitest'

import { isBrowserMissing, siteTest } from './sharedSite.ts'
import { openSite, type Site } from './openSite.ts'

/** The site of a test file, and an editor's browser in it. Both exist once tests run. */
export type UsedSite = { site: () => Site; context: () => BrowserContext; isSkipped: boolean }

const subjectFor = (file: string): string =>
  path
    .basename(file, '.e2e.test.ts')
    .replaceAll(/[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase()

/**
 * Creates articles for the tests of a file, under a subject named after it. `answers`: Markdown by the names of article
 * files. All files of a worker share the server, so tests must only count or search for their own articles.
 */
export const useSite = (answers: Record<string, string>, options: BrowserContextOptions = {}): UsedSite => {
  let site: Site | undefined
  let context: BrowserContext | undefined
  siteTest.beforeAll(
    async ({ shared }, { file }) => {
      if (!shared) return
      site = await openSite(shared, subjectFor(file.name), answers)
      context = await site.signedIn(options)
    },
    20 * 60 * 1000,
  )
  afterAll(() => context?.close(), 60_000)
  return {
    site: () => {
      if (!site) throw new Error('The site is not open.')
      return site
    },
    context: () => {
      if (!context) throw new Error('No editor has signed in.')
      return context
    },
    isSkipped: isBrowserMissing,
  }
}
