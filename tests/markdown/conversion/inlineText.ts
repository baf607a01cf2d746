import fc from 'fast-check'

const word = fc.constantFrom(
  'a',
  'It',
  'ünï',
  '3',
  'x_y',
  '2.',
  'e.g.',
  '50%',
  '𝛼',
  'a*b',
  'AT&T',
  '&amp;',
  '\\*',
  '#',
  '!',
)
/** A few words, some of which look like markup. */
export const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))

const span = fc.oneof(
  { weight: 5, arbitrary: words },
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `_${text}_`),
  words.map((text) => `***${text}***`),
  words.map((text) => `**a _${text}_ b**`),
  words.map((text) => `~~${text}~~`),
  words.map((text) => `\`${text}\``),
  fc.constantFrom(
    '`` a`b ``',
    '` `',
    '$x_1$',
    '$$y$$',
    '$ z $',
    '\\(\\alpha\\)',
    '\\[ \\beta \\]',
    '$50 and $60',
    '\\$5',
    '\\[',
  ),
  words.map((text) => `[${text}](/u "t")`),
  words.map((text) => `**[${text}](/u)** and [**${text}**](<a b>)`),
  fc.constantFrom(
    '<https://a.org>',
    'https://b.org/c_d',
    'www.c.org',
    'me@d.org',
    '[ref]',
    '[r][ref]',
    '[^1]',
    '![alt](/i.png "t")',
  ),
  fc.constantFrom(
    '<b>',
    '</b>',
    '<br>',
    '<!-- c -->',
    '<',
    '>',
    '[1, 2]',
    '[ ]',
    '\\',
    '|',
    '~',
    '_',
    '*',
    '`',
    '&nbsp;',
    '\t',
  ),
)
/** A line of text with inline constructs, spaces between them. */
export const line = fc.array(span, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))
/** The same without spaces, so that delimiters meet. */
export const glued = fc.array(span, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
/** Lines with all kinds of breaks between them. */
export const paragraph = fc
  .tuple(
    fc.array(fc.oneof(line, glued), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('\n', '  \n', '\\\n', '\n   '),
  )
  .map(([lines, end]) => lines.join(end))
