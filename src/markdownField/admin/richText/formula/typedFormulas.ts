import { $getEditor, type TextNode } from '@payloadcms/richtext-lexical/lexical'

import { isFormula } from '../../../../markdown/dollars.ts'
import { OPEN_EMBED_COMMAND } from '../embed/EmbedNode.ts'
import { typedBlock } from '../embed/typedBlock.ts'
import { $createFormulaNode, FormulaNode } from './FormulaNode.tsx'
import { INSERT_FORMULA_COMMAND } from './FormulaPlugin.tsx'
import type { FormulaData } from './FormulaView.tsx'

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
  dependencies: [FormulaNode],
  regExp,
  trigger,
  replace: (text: TextNode, match: RegExpMatchArray): void => {
    const [, latex = ''] = match
    if (!isTypedFormula(match, text.getNextSibling()?.getTextContent().charAt(0) ?? '')) return
    const node = text.replace($createFormulaNode({ ...formula, latex: latex.trim() }))
    node.selectNext(0, 0)
    if (formula.display) $getEditor().dispatchCommand(OPEN_EMBED_COMMAND, node.getKey())
  },
})

// Asterisks and similar marks are not emphasis within a formula that is being typed: `$2*3*4$`.
const withinFormula = (trigger: string) => ({
  type: 'text-match' as const,
  dependencies: [],
  regExp: new RegExp(
    String.raw`(?<![\\$])\$(?=\S)[^$]*[^\s$"'(${trigger}][${trigger}]+[^$${trigger}]+[${trigger}]$`,
  ),
  trigger,
  replace: (): void => undefined,
})

const content = String.raw`((?:[^$\\]|\\.)*(?:[^\s$\\]|\\.))`

/**
 * Text that turns into a formula as it is typed: `$x$` once its last dollar is typed, without spaces just inside the dollars
 * and only if it would be read as a formula; `\(x\)`, `\[x\]`, `$$x$$`; `$$` and a space at the start of a line.
 */
export const typedFormulas = [
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
  typedBlock(/^\$\$ $/, () => {
    $getEditor().dispatchCommand(INSERT_FORMULA_COMMAND, { display: true })
  }),
]
