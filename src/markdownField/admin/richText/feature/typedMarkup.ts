import { $getEditor, type ElementNode, type TextNode } from '@payloadcms/richtext-lexical/lexical'

import { isFormula } from '../../../../markdown/dollars.ts'
import { $createMathNode, MathNode } from '../nodes/MathNode.tsx'
import type { FormulaData } from '../nodes/pieces.ts'
import { INSERT_CODE_COMMAND, INSERT_FORMULA_COMMAND, OPEN_PIECE_COMMAND } from '../parts/pieceCommands.ts'

type Typed = { trigger: string; regExp: RegExp }

/**
 * Whether typed text is a formula, whatever character follows it already or is typed next: `$5-$` may continue with `10`, and
 * `$HOME/$` with `USER`.
 */
export const isTypedFormula = (
  { 0: typed, 1: content = '', index = 0, input = '' }: RegExpMatchArray,
  next: string,
): boolean => {
  if (!/^\$(?!\$)/.test(typed)) return true
  const before = input.charAt(index - 1)
  return [next, 'a'].every((after) => isFormula({ before, content, after }))
}

const inline = ({ trigger, regExp }: Typed, formula: Omit<FormulaData, 'latex'>) => ({
  type: 'text-match' as const,
  dependencies: [MathNode],
  regExp,
  trigger,
  replace: (text: TextNode, match: RegExpMatchArray): void => {
    const [, latex = ''] = match
    if (!isTypedFormula(match, text.getNextSibling()?.getTextContent().charAt(0) ?? '')) return
    const node = text.replace($createMathNode({ ...formula, latex: latex.trim() }))
    node.selectNext(0, 0)
    if (formula.display) $getEditor().dispatchCommand(OPEN_PIECE_COMMAND, node.getKey())
  },
})

// Asterisks and the like are no emphasis within a formula that is being typed: `$2*3*4$`.
const withinFormula = (trigger: string) => ({
  type: 'text-match' as const,
  dependencies: [],
  regExp: new RegExp(
    String.raw`(?<![\\$])\$(?=\S)[^$]*[^\s$"'(${trigger}][${trigger}]+[^$${trigger}]+[${trigger}]$`,
  ),
  trigger,
  replace: (): void => undefined,
})

const block = (regExp: RegExp, $insert: (match: string[]) => void) => ({
  type: 'element' as const,
  dependencies: [],
  export: () => null,
  regExp,
  replace: (paragraph: ElementNode, _children: unknown, match: string[]): void => {
    paragraph.select()
    $insert(match)
  },
})

const content = String.raw`((?:[^$\\]|\\.)*(?:[^\s$\\]|\\.))`

/**
 * Text that turns into a formula or code as it is typed: `$x$` once its last dollar is typed, without spaces just inside the
 * dollars and only if it would be read as a formula; `\(x\)`, `\[x\]`, `$$x$$`; `$$` or a fence at the start of a line, and a
 * space.
 */
export const typedMarkup = [
  inline(
    { trigger: '$', regExp: new RegExp(String.raw`(?<![\\$\w])\$(?=[^\s$])${content}\$$`) },
    { display: false, delimiter: '$' },
  ),
  inline({ trigger: ')', regExp: /(?<!\\)\\\((.+?)\\\)$/ }, { display: false, delimiter: '\\(' }),
  inline({ trigger: '$', regExp: /^\$\$([^$]+)\$\$$/ }, { display: true, delimiter: '$$' }),
  inline({ trigger: ']', regExp: /^\\\[(.+?)\\\]$/ }, { display: true, delimiter: '\\[' }),
  withinFormula('*'),
  withinFormula('_'),
  withinFormula('~'),
  block(/^\$\$ $/, () => {
    $getEditor().dispatchCommand(INSERT_FORMULA_COMMAND, { display: true })
  }),
  block(/^```([\w#+.-]*) $/, ([, language = '']) => {
    $getEditor().dispatchCommand(INSERT_CODE_COMMAND, { language })
  }),
]
