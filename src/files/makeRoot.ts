import { mkdir } from 'node:fs/promises'
import { ContentRootError } from './ContentRootError.ts'
import { systemReason } from './systemReason.ts'
import { resolveRoot } from './resolveRoot.ts'

/**
 * Makes the folder that an export writes to, with its parents, where it does not exist yet.
 * @throws ContentRootError when it cannot be made or something else stands there.
 */
export const makeRoot = async (root: string): Promise<void> => {
  try {
    await mkdir(root, { recursive: true })
  } catch (error) {
    throw new ContentRootError(root, systemReason(error), { cause: error })
  }
  await resolveRoot(root)
}
