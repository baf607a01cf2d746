import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** The absolute paths of the programs of these names on PATH, in the order of the names. */
export const findOnPath = async (names: string[]): Promise<string[]> => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const found: string[] = []
  for (const candidate of candidates) {
    await access(candidate, constants.X_OK).then(
      () => found.push(candidate),
      () => undefined,
    )
  }
  return found
}
