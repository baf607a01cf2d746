const unclean = /[^\P{Cc}\t\n\u007f-\u009f]|\p{Surrogate}/u
const breaks = /[\u000b\u000c]/g
const control = /[^\P{Cc}\t\n\u007f-\u009f]/gu
const loneSurrogate = /\p{Surrogate}/gu

/** A text with one kind of line end: `\r\n` and `\r` become `\n`. */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text

/**
 * A text that every file can hold. Line ends become `\n`; vertical tabs and form feeds, which word processors put where a
 * line breaks, become line breaks where a text may have several lines, else blanks; other control characters become
 * blanks, and halves of surrogate pairs U+FFFD. DEL and C1 stay, as files hold them.
 */
export const cleanText = (text: string, mayHaveLines = true): string =>
  unclean.test(text)
    ? withLineFeeds(text)
        .replaceAll(breaks, mayHaveLines ? '\n' : ' ')
        .replaceAll(control, ' ')
        .replaceAll(loneSurrogate, '\ufffd')
    : text
