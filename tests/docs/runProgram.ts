import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { vi } from 'vitest'

// In the project, so that a program finds its packages. The SDK is installed here under another name.
const folder = path.resolve('.build/examples')

/**
 * Runs a program copied from a page, with our own `fetch`, and returns what it prints, as parsed JSON.
 * `print` is an expression to print if the program itself prints nothing.
 */
export const runProgram = async (
  { name, request, print }: { name: string; request: string; print: string | undefined },
  fetch: typeof globalThis.fetch,
): Promise<unknown> => {
  const file = path.join(folder, `${name}-${process.pid}.ts`)
  const program = request.replaceAll("'@payloadcms/sdk'", "'payload-sdk'")
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, print === undefined ? program : `${program}\nconsole.log(await ${print})\n`)
  vi.stubGlobal('fetch', fetch)
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href)
    const printed: unknown = log.mock.calls.at(0)?.at(0)
    return printed === undefined ? undefined : JSON.parse(JSON.stringify(printed))
  } finally {
    log.mockRestore()
    vi.unstubAllGlobals()
    rmSync(file)
  }
}
