/** What one more level of indentation is in a code: as its first indented line has it, two spaces in a new one. */
export const indentOf = (code: string): string => {
  const first = /^(?:\t|(?: {2}){1,4}(?=\S))/m.exec(code)?.[0]
  return first ?? '  '
}
