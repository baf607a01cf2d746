import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

import Sequencer from './sequencer.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const alias = [{ find: /^@payload-config$/, replacement: `${root}payload.config.ts` }]

// Not `extends`, by which every project would start the servers of the whole run once more.
const project = (
  name: string,
  include: string[],
  options: {
    exclude?: string[]
    env?: Record<string, string>
    isolate?: boolean
    retry?: number
    setupFiles?: string[]
    testTimeout?: number
  } = {},
) => ({
  root,
  resolve: { alias },
  test: {
    name,
    include,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    ...options,
    setupFiles: ['tests/helpers/sameCases.ts', ...(options.setupFiles ?? [])],
  },
})

// Checks of things that are easily forgotten with a change, and that take a second or two.
const quick = ['tests/{architecture,publicApi}.test.ts', 'tests/{docs,translations}/*.test.ts']
const drift = ['tests/database/drift.int.test.ts']

// Tests with a database run once for each kind, a few only with one; tests in a browser and of the package are slow and
// have their own projects.
const integration = ['tests/**/*.int.test.ts']
const sqliteOnly = ['tests/**/*.sqlite.test.ts']
const mongodbOnly = ['tests/**/*.mongodb.test.ts']
const postgresOnly = ['tests/**/*.postgres.test.ts']
const browser = ['tests/e2e/**/*.e2e.test.ts']
const packaged = ['tests/package/**/*.package.test.ts']
const withDatabase = [...integration, ...sqliteOnly, ...mongodbOnly, ...postgresOnly]

// Its files share a process and the modules of node_modules.
const onDatabase = (name: string, own: string[], options: { exclude?: string[] } = {}) =>
  project(name, [...integration, ...own], {
    ...options,
    isolate: false,
    setupFiles: ['tests/helpers/ownModules.ts'],
    env: { TEST_DATABASE: name },
  })

export default defineConfig({
  root,
  test: {
    globalSetup: ['tests/helpers/globalSetup.ts'],
    reporters: ['default', '.config/closingLine.ts'],
    maxWorkers: 2,
    sequence: { sequencer: Sequencer },
    projects: [
      project('quick', [...quick, ...drift], {
        exclude: ['tests/{docs,translations}/*.int.test.ts'],
        env: { TEST_DATABASE: 'sqlite' },
      }),
      project('unit', ['tests/**/*.test.ts'], {
        exclude: [...quick, ...withDatabase, ...browser, ...packaged],
      }),
      onDatabase('sqlite', sqliteOnly, { exclude: drift }),
      onDatabase('mongodb', mongodbOnly),
      onDatabase('postgres', postgresOnly),
      // Their tests wait for a browser as long as `patience` says.
      project('package', packaged, { testTimeout: 600_000 }),
      // Files share the server and the browser of their worker. A browser on a busy machine can lose a click; a test that
      // needed another try is marked as such in the output.
      project('browser', browser, {
        isolate: false,
        retry: process.env.CI === undefined ? 0 : 2,
        testTimeout: 600_000,
      }),
    ],
  },
})
