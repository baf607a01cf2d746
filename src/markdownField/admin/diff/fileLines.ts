/** The lines of a file without their endings. The ending of the last line starts no line of its own. */
export const fileLines = (text: string): string[] => {
  const lines = text.split(/\r\n?|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
