/** A pattern with named gaps, compiled for both directions. */
export type Template = {
  /** Names of the gaps, in order, without repeats. */
  names: string[]
  /** The text of each gap, or `undefined` where the text has another form. */
  match: (text: string) => Record<string, string> | undefined
  /** The text with all gaps filled, or `undefined` where a value is missing or could not be read back. */
  render: (values: Record<string, string | undefined>) => string | undefined
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** No folder separator, nothing hidden, no `..`, no control characters: a value can never leave its folder. */
const isSafe = (value: string): boolean => /^(?!\.)[^/\\\p{Cc}\u2028\u2029\ufeff]+$/u.test(value)

const refuse = (source: string, reason: string): never => {
  throw new TypeError(`The template '${source}' ${reason}.`)
}

const compileTemplate = (source: string): Template => {
  const parts = source.split(/\{([^{}]*)\}/)
  const names = parts.filter((_, at) => at % 2 === 1)
  if (names.some((name) => !/^\w+(?:\.\w+)*$/.test(name)))
    refuse(source, 'has a name that is not a dotted path')
  if (parts.some((part, at) => at % 2 === 0 && /[{}]/.test(part))) refuse(source, 'has an unbalanced brace')
  if (parts.slice(1, -1).some((part, at) => at % 2 === 1 && part === ''))
    refuse(source, 'has two names with nothing between them')
  const pattern = new RegExp(
    `^${parts.map((part, at) => (at % 2 === 0 ? literal(part) : '([^/]+?)')).join('')}$`,
  )

  const match = (text: string): Record<string, string> | undefined => {
    const found = pattern.exec(text)
    if (!found) return undefined
    const values: Record<string, string> = {}
    for (const [at, name] of names.entries()) {
      const value = found[at + 1] ?? ''
      if (!isSafe(value) || (values[name] ?? value) !== value) return undefined
      values[name] = value
    }
    return values
  }

  const render: Template['render'] = (values) => {
    if (names.some((name) => !isSafe(values[name] ?? ''))) return undefined
    const text = parts.map((part, at) => (at % 2 === 0 ? part : values[part])).join('')
    const readBack = match(text)
    return readBack && names.every((name) => readBack[name] === values[name]) ? text : undefined
  }

  return { names: [...new Set(names)], match, render }
}

const compiled = new Map<string, Template>()

/** Compiles a template such as `/learn/{subject.slug}/questions/{slug}`, once; throws on a malformed one. */
export const template = (source: string): Template => {
  const known = compiled.get(source) ?? compileTemplate(source)
  compiled.set(source, known)
  return known
}
