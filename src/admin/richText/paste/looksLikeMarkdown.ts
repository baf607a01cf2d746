const marks = [
  /^#{1,6} \S/m,
  /^\s*(?:[-*+]|\d{1,9}[.)]) \S.*\n\s*(?:[-*+]|\d{1,9}[.)]) \S/m,
  /^\s*[-*] \[[ xX]\] /m,
  /^(?:```|~~~)/m,
  /^\s*\|?.*\|.*\n\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/m,
  /(?<![\\$\w])\$(?=[^\s$\d])[^$\n]*[^\s$\\]\$(?!\d)/,
  /(?<!\\)\$\$[^$]+\$\$/,
  /(?<!\\)\\\(.+?\\\)|(?<!\\)\\\[[^]+?\\\]/,
  /!?\[[^\]\n]+\]\((?:https?:|\/|#|mailto:)[^)\s]*\)/,
  /(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])/,
  /^> \S/m,
]

/** Whether a plain text has clear marks of Markdown, so that an editor may take it for that. */
export const looksLikeMarkdown = (text: string): boolean => marks.some((mark) => mark.test(text))
