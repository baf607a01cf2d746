/** How a raw answer writes its line breaks: as backslash-n, or as they are. */
export type EscapesForm = 'escaped' | 'lines'

/** Says how a raw text writes its line breaks. A text without any counts as escaped, as nearly all files are. */
export const formOfEscapes = (raw: string): EscapesForm => (raw.includes('\n') ? 'lines' : 'escaped')
