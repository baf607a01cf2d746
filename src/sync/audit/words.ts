/**
 * The words of a text without case, accents and punctuation, so that texts that readers take for the same have the same:
 * `What's a Café?` has `what`, `s`, `a`, `cafe`.
 */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
