import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@payload-config$/, replacement: `${root}payload.config.ts` },
      { find: /^answerbook$/, replacement: `${root}src/index.ts` },
      { find: /^answerbook\/admin$/, replacement: `${root}src/admin/index.ts` },
      { find: /^answerbook\/admin\/rsc$/, replacement: `${root}src/admin/rsc.ts` },
      { find: /^answerbook\/collections$/, replacement: `${root}collections/index.ts` },
      { find: /^answerbook\/database$/, replacement: `${root}src/database/index.ts` },
    ],
  },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
