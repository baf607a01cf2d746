import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const project = (
  name: string,
  include: string[],
  options: { exclude?: string[]; env?: Record<string, string>; globalSetup?: string[] } = {},
) => ({
  extends: true as const,
  test: { name, include, ...options },
})

// Tests with a database run once for each kind, a few only with one; tests in a browser and of the package are slow and
// stand alone.
const integration = ['tests/**/*.int.test.ts']
const sqliteOnly = ['tests/**/*.sqlite.test.ts']
const mongodbOnly = ['tests/**/*.mongodb.test.ts']
const postgresOnly = ['tests/**/*.postgres.test.ts']
const browser = ['tests/e2e/**/*.e2e.test.ts']
const packaged = ['tests/package/**/*.package.test.ts']

export default defineConfig({
  root,
  resolve: {
    alias: [{ find: /^@payload-config$/, replacement: `${root}payload.config.ts` }],
  },
  test: {
    environment: 'node',
    globalSetup: ['tests/helpers/globalSetup.ts'],
    reporters: ['default', '.config/closingLine.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    projects: [
      project('unit', ['tests/**/*.test.ts'], {
        exclude: [...integration, ...sqliteOnly, ...mongodbOnly, ...postgresOnly, ...browser, ...packaged],
      }),
      project('sqlite', [...integration, ...sqliteOnly], { env: { TEST_DATABASE: 'sqlite' } }),
      project('mongodb', [...integration, ...mongodbOnly], { env: { TEST_DATABASE: 'mongodb' } }),
      project('postgres', [...integration, ...postgresOnly], { env: { TEST_DATABASE: 'postgres' } }),
      project('browser', browser, { globalSetup: ['tests/helpers/buildAdmin.ts'] }),
      project('package', packaged, { globalSetup: ['tests/package/installApps.ts'] }),
    ],
  },
})
