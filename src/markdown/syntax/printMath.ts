import type { InlineMath, Math as MathBlock } from 'mdast-util-math'
import type { Handle, Info } from 'mdast-util-to-markdown'

import { isFormula } from '../dollars.ts'

const longestRun = (text: string): number =>
  (text.match(/\$+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)

const inDollars = (value: string, minSize: number): string => {
  let size = minSize
  while (new RegExp(`(?<!\\$)\\\${${size}}(?!\\$)`).test(value)) size += 1
  const fence = '$'.repeat(size)
  const pad = value.startsWith('$') || value.endsWith('$') ? ' ' : ''
  return fence + pad + value + pad + fence
}

/** Whether a source in single dollars is parsed as a formula at its position. */
const isReadAt = (source: string, { before, after }: Info): boolean =>
  /^\$(?!\$)/.test(source)
    ? isFormula({ before: before.slice(-1), content: source.slice(1, -1), after: after.slice(0, 1) })
    : true

/** In single dollars; with inner spaces if it would otherwise be read as money; or else in double dollars. */
const inSingle = (latex: string, info: Info): string => {
  const sources = [inDollars(latex, 1), `$ ${latex} $`]
  return sources.find((source) => isReadAt(source, info)) ?? inDollars(latex, 2)
}

const inlineSource = ({ data, value }: InlineMath, info: Info): string => {
  if (data?.raw !== undefined && isReadAt(data.raw, info)) return data.raw
  const latex = value.trim().replaceAll(/[ \t]*[\r\n]\s*/g, ' ')
  if (data?.delimiter === '\\(' && !latex.includes('\\)')) return `\\(${latex}\\)`
  if (data?.delimiter === '\\[' && !latex.includes('\\]')) return `\\[${latex}\\]`
  return data?.delimiter === '$$' ? inDollars(latex, 2) : inSingle(latex, info)
}

const columns = /\\begin\{[a-z]*array\}\s*\{[^{}]*\}/

/**
 * LaTeX without pipes, which would end a table cell even inside a formula, and which GFM's escape `\|` would turn into
 * norms. To TeX, `\vert` is equivalent; in the column specification of an array only the character itself is, by its
 * code point.
 */
export const withoutPipes = (latex: string): string =>
  latex.replaceAll(new RegExp(`${columns.source}|\\\\.|\\|`, 'gs'), (match) => {
    if (match === '|') return '\\vert{}'
    return match.startsWith('\\begin') ? match.replaceAll('|', '\\char124 ') : match
  })

const inlineMath: Handle = (node: InlineMath, _, state, info) => {
  const source = inlineSource(node, info)
  if (!state.stack.includes('tableCell')) return source
  return withoutPipes(source.replaceAll(/\s*[\r\n]+\s*/g, ' '))
}

const math: Handle = (node: MathBlock) => {
  const raw = node.data?.raw
  if (raw !== undefined) return raw
  const fence = '$'.repeat(Math.max(2, longestRun(node.value) + 1))
  return `${fence}\n${node.value}\n${fence}`
}

/** Prints formulas: from their source as long as they have one, otherwise in the delimiters that they specify. */
export const mathHandlers = {
  inlineMath: Object.assign(inlineMath, {
    peek: (node: InlineMath) => (node.data?.delimiter?.startsWith('\\') === true ? '\\' : '$'),
  }),
  math,
}
