import { chmod } from 'node:fs/promises'

/** Runs something as a user to whom permissions apply: root can read and write regardless of the mode. */
export const asUnprivileged = async <T>(folder: string, run: () => Promise<T>): Promise<T> => {
  if (process.geteuid?.() !== 0) return run()
  const nobody = 65534
  await chmod(folder, 0o755)
  process.seteuid?.(nobody)
  try {
    return await run()
  } finally {
    process.seteuid?.(0)
  }
}
