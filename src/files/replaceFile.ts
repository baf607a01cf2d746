import { constants } from 'node:fs'
import { open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'

/**
 * Writes a text or bytes to an absolute path atomically: readers see the old file or the new one, even after a crash.
 *
 * @param mode Permissions the file gets; undefined for those that a new file gets by default.
 * @throws The system's error; the old file still exists in that case, and the temporary one is removed.
 */
export const replaceFile = async (
  absolute: string,
  content: string | Uint8Array,
  mode: number | undefined,
): Promise<void> => {
  const temporary = join(dirname(absolute), temporaryName())
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW
  const handle = await open(temporary, flags, 0o666)
  try {
    try {
      if (mode !== undefined) await handle.chmod(mode)
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, absolute)
  } catch (error) {
    // The first failure is the one to report; a temporary file that remains is hidden and harmless.
    await unlink(temporary).catch(() => undefined)
    throw error
  }
}

/** A name for a hidden file that exists briefly beside its target. */
export const temporaryName = (): string => `.answerbook-${randomBytes(8).toString('hex')}.tmp`

/** Whether a name was made by `temporaryName`. */
export const isTemporaryName = (name: string): boolean => /^\.answerbook-[0-9a-f]{16}\.tmp$/.test(name)
