import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Creates a separate folder in the system's folder for temporary files. The caller removes it. */
export const temporaryFolder = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'answerbook-'))
  return { path, remove: () => rm(path, { force: true, recursive: true }) }
}
