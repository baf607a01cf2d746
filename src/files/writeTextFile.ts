import { writeBinaryFile, type WriteOptions } from './writeBinaryFile.ts'

/**
 * Writes a text file under a content root: see `writeBinaryFile`. Throws a TypeError for a text that is not valid
 * Unicode, too.
 */
export const writeTextFile = async (
  root: string,
  path: string,
  text: string,
  options: WriteOptions = {},
): Promise<void> => {
  // It would be written as a different text.
  if (!text.isWellFormed()) throw new TypeError(`The text for "${path}" contains half of a surrogate pair.`)
  await writeBinaryFile(root, path, text, options)
}
