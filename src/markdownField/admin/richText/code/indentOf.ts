/** One level of indentation in a code: that of its first indented line, or two spaces. */
export const indentOf = (code: string): string => {
  const first = /^(?:\t|(?: {2}){1,4}(?=\S))/m.exec(code)?.[0]
  return first ?? '  '
}
