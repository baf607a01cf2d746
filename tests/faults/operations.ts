import { setTimeout as wait } from 'node:timers/promises'

/** What happens at an operation: it fails, it takes longer than others, or the process is killed. */
export type Fault = { at: number; kind: 'fails' | 'is delayed' | 'kills' }

type Watch = { fault: Fault | undefined; folders: readonly string[]; operations: string[] }

const delayMilliseconds = 200

let current: Watch | undefined

/** The folders whose files are watched now; none outside of `watching`. */
export const watchedFolders = (): readonly string[] => current?.folders ?? []

/** Counts an operation on a database or a file that is about to happen; the fault, if any, strikes here. */
export const operation = async (name: string, error: () => Error): Promise<void> => {
  if (!current) return
  const { fault, operations } = current
  operations.push(name)
  if (operations.length !== fault?.at) return
  if (fault.kind === 'fails') throw error()
  if (fault.kind === 'is delayed') await wait(delayMilliseconds)
  else process.kill(process.pid, 'SIGKILL')
}

/** Does work with a fault at one of its operations. Returns the names of all, and the error if the work has failed. */
export const watching = async <Result>(
  { fault, folders }: { fault?: Fault | undefined; folders: readonly string[] },
  work: () => Promise<Result>,
): Promise<{ operations: string[]; result?: Result; error?: unknown }> => {
  const watch: Watch = { fault, folders, operations: [] }
  current = watch
  try {
    return { operations: watch.operations, result: await work() }
  } catch (error) {
    return { operations: watch.operations, error }
  } finally {
    current = undefined
  }
}
