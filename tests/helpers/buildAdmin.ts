import { spawnSync } from 'node:child_process'

import { findBrowser } from './findBrowser.ts'

/** Builds the admin before the files of browser tests start their servers, two of which would build at the same time. */
export default async (): Promise<void> => {
  if ('skipped' in (await findBrowser())) return
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--import', './src/setup/registerLexical.mjs', 'src/standalone/server/build.ts'],
    {
      env: { ...process.env, VITEST: '' },
      stdio: 'inherit',
    },
  )
  if (status !== 0) throw new Error(`The admin could not be built: the build ended with ${status}.`)
}
