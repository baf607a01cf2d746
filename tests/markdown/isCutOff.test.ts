import { expect, it } from 'vitest'

import { isCutOff } from '../../src/markdown/isCutOff.ts'

const long = 'The water moves through the membrane, which is why the cell'

it.each([
  ['a sentence without its end', long, true],
  ['a comma', `${long} swells,`, true],
  ['white space after it', `${long}\n\n`, true],
  ['a complete sentence', `${long} swells.`, false],
  ['a quote', `He said: "${long}."`, false],
  ['a short result', 'It is 42', false],
  ['a source on a line of its own', `${long} swells.\nWIKIPEDIA`, false],
  [
    'a long item of a list',
    `Reasons:\n\n1. Short.\n2. **Pressure**: ${long} with its wall of cellulose and`,
    true,
  ],
  ['short items of a list', 'Colors:\n\n- red\n- the blue of the sky on a clear day in early winter', false],
  ['a heading', `Text.\n\n## ${long}`, false],
  ['a table', `| a | b |\n|---|---|\n| ${long} | ${long}`, false],
  ['code', `Run it:\n\n    ${long}`, false],
  ['a formula', `${long} swells:\n\n$$\na = b\n$$`, false],
  [
    'another script',
    'これは文の途中で終わっている長い文章であり、読者には続きが見えないので、編集者が直す必要があるのだが、そ',
    true,
  ],
  ['nothing', '', false],
])('a text that ends with %s: %s is cut off: %s', (_, text, expected) => {
  expect(isCutOff(text)).toBe(expected)
})
