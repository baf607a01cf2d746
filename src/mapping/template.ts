/** A pattern with named gaps, compiled for both directions. */
export type Template = {
  /** Names of the gaps, in order, without repeats. */
  names: string[]
  /** The text of each gap that has one, or `undefined` if the text does not match. */
  match: (text: string) => Record<string, string> | undefined
  /** The text with all gaps filled, or `undefined` if a value is missing or could not be read back. */
  render: (values: Record<string, string | undefined>) => string | undefined
}

/** Regular expressions of the texts that particular gaps can have, by name. Default: any text without a slash. */
export type GapPatterns = Readonly<Record<string, string>>

/**
 * Compiles a template such as `/learn/{subject.slug}/questions/{slug}`, once; throws a TypeError if it is malformed. A
 * gap is one segment of a path or a part of one. `{path...}` is any number of segments: possibly none if it consists of
 * whole folders (`docs/{path...}/{slug}.md`), otherwise at least one (`docs/{path...}.md`).
 */
export const template = (source: string, patterns: GapPatterns = {}): Template => {
  const key = Object.keys(patterns).length === 0 ? source : JSON.stringify([source, patterns])
  const known = compiled.get(key) ?? compileTemplate(source, patterns)
  compiled.set(key, known)
  return known
}

const compiled = new Map<string, Template>()

type Literal = { text: string }
type Gap = { name: string; kind: 'part' | 'segments' | 'folders' }

const compileTemplate = (source: string, patterns: GapPatterns): Template => {
  const parts = partsOf(source)
  const gaps = parts.filter((part) => 'name' in part)
  const pattern = new RegExp(`^${parts.map((part) => patternOf(part, patterns)).join('')}$`, 'u')

  const match = (text: string): Record<string, string> | undefined => {
    const found = pattern.exec(text)
    if (!found) return undefined
    const values: Record<string, string> = {}
    for (const [at, gap] of gaps.entries()) {
      const value = found[at + 1]
      if (value === undefined) continue
      if (!isSafe(gap, value) || (values[gap.name] ?? value) !== value) return undefined
      values[gap.name] = value
    }
    return values
  }

  const render: Template['render'] = (values) => {
    const texts = parts.map((part) => ('name' in part ? filled(part, values[part.name]) : part.text))
    if (texts.includes(undefined)) return undefined
    const text = texts.join('')
    const readBack = match(text)
    return readBack && gaps.every(({ name }) => (readBack[name] ?? '') === (values[name] ?? ''))
      ? text
      : undefined
  }

  return { names: [...new Set(gaps.map(({ name }) => name))], match, render }
}

const partsOf = (source: string): (Literal | Gap)[] => {
  const texts = source.split(/\{([^{}]*)\}/)
  if (texts.some((text, at) => at % 2 === 0 && /[{}]/.test(text))) refuse(source, 'has an unbalanced brace')
  if (texts.slice(1, -1).some((text, at) => at % 2 === 1 && text === ''))
    refuse(source, 'has two names with nothing between them')
  const parts = texts.map((text, at): Literal | Gap => {
    if (at % 2 === 0) return { text: endsFolders(texts, at - 1) ? text.slice(1) : text }
    const [, name, dots] = /^(\w+(?:\.\w+)*)(\.{3})?$/.exec(text) ?? []
    if (name === undefined) return refuse(source, 'has a name that is not a dotted path')
    if (!dots) return { name, kind: 'part' }
    return { name, kind: endsFolders(texts, at) ? 'folders' : 'segments' }
  })
  const open = parts.filter((part) => 'name' in part && part.kind !== 'part')
  if (open.length > 1) refuse(source, 'has two names with dots after them')
  return parts
}

/** Whether the gap at an index matches whole folders, including the slash after it. */
const endsFolders = (texts: string[], at: number): boolean =>
  texts[at]?.endsWith('...') === true &&
  texts[at + 1]?.startsWith('/') === true &&
  /^$|\/$/.test(texts[at - 1] ?? '')

const refuse = (source: string, reason: string): never => {
  throw new TypeError(`The template '${source}' ${reason}.`)
}

const patternOf = (part: Literal | Gap, patterns: GapPatterns): string => {
  if ('text' in part) return part.text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  if (part.kind === 'folders') return '(?:(.+?)/)?'
  return part.kind === 'segments' ? '(.+?)' : `(${patterns[part.name] ?? '[^/]+?'})`
}

const filled = (gap: Gap, value: string | undefined): string | undefined => {
  if (gap.kind === 'folders' && !value) return ''
  if (value === undefined || !isSafe(gap, value)) return undefined
  return gap.kind === 'folders' ? `${value}/` : value
}

/** No empty or hidden folders, no `..`, no control characters: a value can never leave its folder. */
const isSafe = ({ kind }: Gap, value: string): boolean =>
  kind === 'part' ? isSafeSegment(value) : value.split('/').every(isSafeSegment)

const isSafeSegment = (segment: string): boolean =>
  // Almost all segments.
  /^\w[\w.-]*$/.test(segment) || /^(?!\.)[^/\\\p{Cc}\u2028\u2029\ufeff]+$/u.test(segment)
