import { chromium } from 'playwright-core'
import { findOnPath } from './findOnPath.ts'
import { skipOrFail } from './skipOrFail.ts'
import type { Skipped } from './skipOrFail.ts'
import { unpackChromium } from './unpackChromium.ts'

/** Options of Playwright's `chromium.launch` that start the found browser. */
export type Browser = { executablePath: string; args: string[]; env?: Record<string, string> }

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Finds a Chromium that really starts here: CHROMIUM_PATH, then PATH, then the one of `@sparticuz/chromium`.
 * @returns How to launch it, or why browser tests are skipped.
 * @throws If none starts and ANSWERBOOK_REQUIRE_ALL=1.
 */
export const findBrowser = (): Promise<Browser | Skipped> => {
  found ??= search()
  return found
}

let found: Promise<Browser | Skipped> | undefined

const search = async (): Promise<Browser | Skipped> => {
  const failures: string[] = []
  const installed = [process.env.CHROMIUM_PATH ?? '', ...(await findOnPath(names))].filter(Boolean)
  const candidates = [
    ...installed.map((executablePath) => () => Promise.resolve<Browser>({ executablePath, args })),
    async (): Promise<Browser> => {
      const { executablePath, env } = await unpackChromium()
      return { executablePath, args, env: { ...currentEnvironment(), ...env } }
    },
  ]
  for (const candidate of candidates) {
    try {
      const browser = await candidate()
      await start(browser)
      return browser
    } catch (error) {
      failures.push(firstLines(error))
    }
  }
  const how = 'Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.'
  return skipOrFail(`Browser tests skipped: no Chromium starts here. ${how}\n${failures.join('\n')}`)
}

const start = async (browser: Browser): Promise<void> => {
  const started = await chromium.launch({ ...browser, timeout: 30_000 })
  await started.close()
}

/** Playwright replaces the whole environment if it is given one. */
const currentEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const firstLines = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  const telling = message.split('\n').filter((line) => line !== '' && !line.includes('<launching>'))
  return telling.slice(0, 5).join('\n')
}
