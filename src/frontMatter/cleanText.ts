const breaks = /[\u000b\u000c]/g
const control = /[^\P{Cc}\t\n\u007f-\u009f]/u
const controls = new RegExp(control, 'gu')
const loneSurrogate = /\p{Surrogate}/gu

/** A text with uniform line endings: `\r\n` and `\r` become `\n`. */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text

/**
 * A text that every file can contain. Line endings become `\n`. Vertical tabs and form feeds, which word processors use
 * for line breaks, become line breaks if the text may have several lines, otherwise spaces. Other control characters
 * become spaces, and halves of surrogate pairs U+FFFD. DEL and C1 are kept, since files may contain them.
 */
export const cleanText = (text: string, mayHaveLines = true): string =>
  control.test(text) || !text.isWellFormed()
    ? withLineFeeds(text)
        .replaceAll(breaks, mayHaveLines ? '\n' : ' ')
        .replaceAll(controls, ' ')
        .replaceAll(loneSurrogate, '\ufffd')
    : text
