import type { Finding } from '../problems/problems.ts'
import type { FrontMatter } from '../frontMatter/types.ts'
import { nodeAt } from '../frontMatter/parse.ts'
import { ambiguousDollars, type AmbiguousDollars } from '../markdown/ambiguousDollars.ts'
import { bindings, type ValueBinding } from './bindings.ts'
import { bodyNode } from './body.ts'
import { escapedMarkdown } from './codecs/escapedMarkdown.ts'
import { placeFindings, warningAt } from './findings.ts'
import type { CodecFinding, MappedRecord, Mapping } from './types.ts'

const maxShown = 60

const message = ({ readAs, content }: AmbiguousDollars): string => {
  const line = content.trim().replaceAll(/\s+/g, ' ')
  const shown = line.length > maxShown ? `${line.slice(0, maxShown)}…` : line
  return readAs === 'text' ? `'$${shown}$' was read as text.` : `'$${shown}$' was read as a formula.`
}

const remedy = ({ readAs }: AmbiguousDollars): string =>
  readAs === 'text'
    ? 'If it is a formula, write it as \\(…\\); otherwise put a backslash before each dollar to make it unambiguous.'
    : 'If it is not a formula, put a backslash before each dollar.'

const findingsOf = (binding: ValueBinding, record: MappedRecord, frontMatter: FrontMatter): Finding[] => {
  const value = record.fields[binding.field]
  const node = binding.key.length === 0 ? bodyNode(frontMatter) : nodeAt(frontMatter, binding.key)
  if (typeof value !== 'string' || node?.kind !== 'scalar') return []
  let from = 0
  const found = ambiguousDollars(value).map((ambiguous): CodecFinding => {
    const [start = ''] = ambiguous.content.slice(0, maxShown).split('\n')
    const offset = node.value.indexOf(`$${start}`, from)
    from = Math.max(from, offset)
    return {
      ...warningAt('ambiguous-dollar', node, message(ambiguous), remedy(ambiguous)),
      ...(offset >= 0 && { offset }),
    }
  })
  return placeFindings(frontMatter.text, node, found)
}

/** Reports dollars in the Markdown of a file that could be read either as a formula or as text. */
export const dollarFindings = (
  mapping: Mapping,
  record: MappedRecord,
  frontMatter: FrontMatter,
): Finding[] => {
  const { body, byField } = bindings(mapping)
  return [...byField.values()]
    .filter((binding) => binding === body || binding.codec === escapedMarkdown)
    .flatMap((binding) => findingsOf(binding, record, frontMatter))
}
