import { type Browser, chromium } from 'playwright-core'
import { test } from 'vitest'

import { findBrowser } from '../findBrowser.ts'
import { startServer } from '../startServer.ts'
import type { SharedSite } from './openSite.ts'
import { signIn } from './siteRequests.ts'

const found = await findBrowser()
if ('skipped' in found) console.warn(found.skipped)

/** Whether tests in a browser are to be skipped. */
export const isBrowserMissing = 'skipped' in found

/**
 * Tests in a browser. All files that run in one worker get the same `browser`, and the same `shared` site; both are started
 * when a file first asks for them, and end with the worker. They are undefined if there is no browser.
 */
export const siteTest = test
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }): Promise<Browser | undefined> => {
    if ('skipped' in found) return undefined
    const browser = await chromium.launch(found)
    onCleanup(() => browser.close())
    return browser
  })
  .extend(
    'shared',
    { scope: 'worker' },
    async ({ browser }, { onCleanup }): Promise<SharedSite | undefined> => {
      if (!browser) return undefined
      const server = await startServer()
      onCleanup(async () => {
        const code = await server.stop()
        if (code !== 0) throw new Error(`The server ended with ${code}.`)
      })
      return { server, browser, adminToken: await signIn(server.url, server.admin) }
    },
  )
