import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { watch } from 'chokidar'

import { ContentRootError, errorCode, systemReason } from './errors.ts'
import { resolveRoot } from './paths.ts'

/** A folder whose changes are observed. */
export type WatchedFolder = {
  /**
   * Waits until files have changed since the last call, and until they have all been written. Returns false if the signal
   * was aborted first.
   * @throws ContentRootError if the system cannot observe the folder any longer.
   */
  changed: (signal: AbortSignal) => Promise<boolean>
  /** Ends the observation. */
  close: () => Promise<void>
}

/** Milliseconds without a change after which a set of changes, such as that of a checkout, is complete. */
const quietTime = 200

/** Editors write a file in several steps: milliseconds for which its size must stay the same. */
const awaitWriteFinish = { stabilityThreshold: 150, pollInterval: 50 }

const reasonOf = (error: unknown): string => {
  const isLimit = ['EMFILE', 'ENOSPC'].includes(errorCode(error) ?? '')
  const hint = isLimit ? '; raise the limit of watched files, on Linux fs.inotify.max_user_watches' : ''
  return `${systemReason(error)}${hint}`
}

/**
 * Observes a folder and everything in it, apart from hidden files, once the promise is fulfilled. Symbolic links are not
 * followed.
 * @throws ContentRootError if the folder cannot be observed.
 */
export const watchFolder = async (folder: string): Promise<WatchedFolder> => {
  const root = await resolveRoot(folder)
  const isHidden = (file: string): boolean =>
    path
      .relative(root, file)
      .split(path.sep)
      .some((name) => name.startsWith('.'))
  const watcher = watch(root, {
    awaitWriteFinish,
    followSymlinks: false,
    ignored: isHidden,
    ignoreInitial: true,
    // The import reports folders that it cannot read.
    ignorePermissionErrors: true,
  })
  let changedAt: number | undefined
  let failure: unknown
  let wake = (): void => undefined
  const fail = (error: unknown): void => {
    failure ??= error
    wake()
  }
  watcher.on('all', (event, file) => {
    changedAt = performance.now()
    // Nobody notices if a folder of this name appears later.
    if (event === 'unlinkDir' && file === root) fail(new Error('it was removed or renamed'))
    else wake()
  })
  watcher.on('error', fail)

  const checkFailure = async (): Promise<void> => {
    if (failure === undefined) return
    await watcher.close()
    throw new ContentRootError(folder, reasonOf(failure), { cause: failure })
  }
  const nextEvent = async (signal: AbortSignal): Promise<void> => {
    const event = new Promise<void>((resolve) => {
      wake = resolve
      if (signal.aborted) resolve()
    })
    const stop = (): void => wake()
    signal.addEventListener('abort', stop)
    await event
    signal.removeEventListener('abort', stop)
  }

  await new Promise<void>((resolve) => {
    wake = () => {
      if (failure !== undefined) resolve()
    }
    watcher.once('ready', resolve)
  })
  await checkFailure()
  return {
    changed: async (signal) => {
      while (!signal.aborted) {
        await checkFailure()
        const left = changedAt === undefined ? undefined : changedAt + quietTime - performance.now()
        if (left === undefined) await nextEvent(signal)
        else if (left > 0) await wait(left, undefined, { signal }).catch(() => undefined)
        else {
          changedAt = undefined
          return true
        }
      }
      return false
    },
    close: () => watcher.close(),
  }
}
