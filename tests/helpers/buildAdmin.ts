import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { findBrowser } from './findBrowser.ts'

/** Builds the admin before the files of browser tests start their servers, two of which would build at the same time. */
export const buildAdmin = async (): Promise<void> => {
  if ('skipped' in (await findBrowser())) return
  const build = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', './src/setup/registerLexical.mjs', 'src/standalone/server/build.ts'],
    {
      env: { ...process.env, VITEST: '' },
      stdio: 'inherit',
    },
  )
  const [status] = await once(build, 'exit')
  if (status !== 0) throw new Error(`The admin could not be built: the build ended with ${status}.`)
}
