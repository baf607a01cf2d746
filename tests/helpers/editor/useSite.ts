import path from 'node:path'

import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll } from 'vitest'

import { isBrowserMissing, siteTest } from './sharedSite.ts'
import { openSite, type Site } from './openSite.ts'

/** The site of a file of tests, and an editor's browser in it. Both are there once tests run. */
export type UsedSite = { site: () => Site; context: () => BrowserContext; isSkipped: boolean }

const subjectFor = (file: string): string =>
  path
    .basename(file, '.e2e.test.ts')
    .replaceAll(/[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase()

/**
 * Brings articles of their own to the tests of a file, under a subject named after it. `answers`: Markdown by the names of
 * article files. The server is that of all files of a worker: what tests count or look for must be theirs.
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
