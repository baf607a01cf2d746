import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

const variablesFile = 'src/admin/variables.css'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('src', file))
  .filter((file) => file.endsWith('.css') && !/[/](node_modules|[.]next|generated)[/]/.test(file))

// The style sheet of the app that npm does not get styles Payload's pages.
const ours = files.filter((file) => !file.startsWith('src/standalone/'))

/** Classes of Payload, Lexical, CodeMirror and KaTeX that our style sheets name beside our own. */
const known =
  /^\.(ContentEditable__root|LexicalEditorTheme__\w+|TableCellResizer__resizer|banner|checkbox-input__input|cm-[\w-]+|decorator-selected|dropzone|editor-container|error|field-description|field-label|field-type|fixed-toolbar|katex-\w+|read-only|rich-text-lexical|table-action-menu-dropdown)$/

/** The selectors of a style sheet, without those of key frames. */
const selectorsOf = (css: string): string[] =>
  css
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .split(/[{};]/)
    .map((part) => part.trim())
    .filter(
      (part) =>
        /^[^@]/.test(part) &&
        !/^(from|to|\d+%)$/.test(part) &&
        !/^[a-z-]+\s*:\s/.test(part) &&
        !part.startsWith('--'),
    )

const classesOf = (selector: string): string[] => selector.match(/\.[a-z_][\w-]*/gi) ?? []

/** Splits `a, :is(b, c)` into `a` and ` :is(b, c)`. */
const alternatives = (selector: string): string[] => {
  let depth = 0
  const marked = [...selector].map((character) => {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    return character === ',' && depth === 0 ? '\0' : character
  })
  return marked.join('').split('\0')
}

describe('style sheets', () => {
  it('style sheets are found', () => {
    expect(ours.length).toBeGreaterThan(8)
    expect(selectorsOf('a, .b:hover { color: red; --c: 1px } @media (x) { .d { e: f } }')).toEqual([
      'a, .b:hover',
      '.d',
    ])
  })

  it.each(ours)('the style sheet %s prefixes all of its own classes', (file) => {
    const classes = selectorsOf(readFileSync(file, 'utf8')).flatMap(classesOf)
    expect(classes.filter((name) => !name.startsWith('.answerbook-') && !known.test(name))).toEqual([])
  })

  it.each(ours.filter((file) => file !== variablesFile))(
    'the style sheet %s styles our own elements only',
    (file) => {
      const selectors = selectorsOf(readFileSync(file, 'utf8')).flatMap(alternatives)
      expect(selectors.length).toBeGreaterThan(0)
      expect(selectors.filter((selector) => !selector.includes('.answerbook-'))).toEqual([])
    },
  )

  it.each(ours.filter((file) => file !== variablesFile))(
    'the style sheet %s uses our own variables only',
    (file) => {
      const css = readFileSync(file, 'utf8')
      const variables = css.match(/(?<=var\(\s*)--[\w-]+|(?<=[;{]\s*)--[\w-]+(?=\s*:)/g) ?? []
      expect(variables.filter((name) => !name.startsWith('--answerbook-'))).toEqual([])
      expect(css).not.toContain('--theme-')
    },
  )

  it('style sheets use every variable that is defined, and no others', () => {
    const defined = readFileSync(variablesFile, 'utf8').match(/--answerbook-[\w-]+(?=:)/g) ?? []
    const css = ours.filter((file) => file !== variablesFile).map((file) => readFileSync(file, 'utf8'))
    const local = css.join('').match(/--answerbook-[\w-]+(?=:)/g) ?? []
    const used = css.join('').match(/(?<=var\()--answerbook-[\w-]+/g) ?? []
    expect([...new Set(used)].sort()).toEqual([...new Set([...defined, ...local])].sort())
  })
})
