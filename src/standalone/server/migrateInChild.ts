import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import { ConfigurationError } from '../../problems/ConfigurationError.ts'
import { type OnProgress, phases } from '../../progress/phases.ts'
import { exitOf } from './exitOf.ts'
import { failureIn } from './failureIn.ts'

const message = z.union([
  z.object({
    progress: z.object({
      phase: z.enum(phases),
      done: z.number(),
      total: z.number().optional(),
      path: z.string().optional(),
      about: z.string().optional(),
    }),
  }),
  z.object({ failure: z.string(), isConfiguration: z.boolean() }),
])

/** What the migrating process reports to its parent. */
export type MigrationMessage = z.infer<typeof message>

const program = fileURLToPath(new URL('./migrate.ts', import.meta.url))

/**
 * Migrates the database, or reverts the last batch of migrations, in a process of its own: Payload's SQL adapters end
 * the process if a step fails (Payload 3.90, `packages/drizzle/src/migrate.ts`), and after a failed step on SQLite a
 * new process is needed. Reports the progress of that process. Throws if it fails.
 */
export const migrateInChild = async (
  onProgress: OnProgress,
  direction: 'up' | 'down' = 'up',
): Promise<void> => {
  onProgress({ phase: 'open', done: 0 })
  const child = fork(program, [direction], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let failure: Error | undefined
  let log = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-100_000)
  })
  child.on('message', (sent) => {
    const known = message.safeParse(sent).data
    if (known === undefined) return
    if ('progress' in known) onProgress(known.progress)
    else failure = known.isConfiguration ? new ConfigurationError(known.failure) : failureOf(known.failure)
  })
  const code = await exitOf(child)
  if (failure) throw failure
  if (code !== 0) throw failureOf(failureIn(log))
}

const failureOf = (reason: string): Error => new Error(`The migration failed: ${reason}`)
