import { replaceFormulas } from '../../../markdown/dollars.ts'

const sum = ' \u2211 '

/**
 * Counts the words of a Markdown text and the characters that are read. A formula counts as one word; markup and URLs are not
 * counted. It looks at the text only, so that it can run on each key press.
 */
export const countWords = (markdown: string): { words: number; characters: number } => {
  const text = replaceFormulas(markdown.replace(/\$\$[^]*?\$\$|\\\[[^]*?\\\]|\\\([^\n]*?\\\)/g, sum), sum)
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^[ \t]*(?:```|~~~).*$|^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*\|?[ \t]*$/gm, ' ')
    .replace(/^[ \t]*(?:[-+*>]|#{1,6}|\d{1,9}[.)])(?=\s)/gm, ' ')
    .replace(/[*_`~|]/g, '')
  const words = text.match(/[\p{L}\p{N}\u2211][^\s]*/gu) ?? []
  return { words: words.length, characters: text.replace(/\s+/g, ' ').trim().length }
}
