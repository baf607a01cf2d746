import { isMap, isScalar, parseDocument } from 'yaml'

// What typed parsers (YAML 1.1 and 1.2, in the libraries of site generators) read as something other than text.
const types = {
  nothing: /^(?:~|null|=|<<)?$/i,
  boolean: /^(?:true|false|yes|no|on|off|y|n)$/i,
  number:
    /^[-+]?(?:0x[\da-f_]+|0[ob][0-7_]+|\d[\d_,]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?|\.(?:inf|nan)|\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?)$/i,
  date: /^\d{4}-\d\d?-\d\d?(?:[tT\s].*)?$/,
} as const

const typeNames = ['nothing', 'boolean', 'number', 'date'] as const

/** The type that a typed parser would give a plain scalar; `undefined` for a text. */
const typeOf = (value: string): (typeof typeNames)[number] | undefined =>
  typeNames.find((name) => types[name].test(value))

/**
 * Whether a plain scalar stays a text, or keeps its type: a bare number may be replaced by another bare number, since
 * whoever reads the file can handle it.
 */
export const staysText = (value: string, before: string | undefined): boolean => {
  const type = typeOf(value)
  return type === undefined || (type !== 'nothing' && before !== undefined && typeOf(before) === type)
}

/**
 * Whether a text can be written as a plain scalar and parsed back unchanged. The library that reads the files decides,
 * since the rules for plain scalars are numerous.
 */
export const isPlain = (value: string, place: 'key' | 'value', inFlow: boolean): boolean => {
  if (value === '' || value !== value.trim() || /[\n\r\t]/.test(value)) return false
  const pair = place === 'key' ? `${value}: x` : `x: ${value}`
  const document = parseDocument(inFlow ? `{${pair}}` : pair, {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'silent',
  })
  const root = document.contents
  if (document.errors.length > 0 || document.warnings.length > 0 || !isMap(root)) return false
  if (document.comment !== null || root.comment || root.items.length !== 1) return false
  const [item] = root.items
  const node = item?.[place]
  if (!isScalar(node) || node.type !== 'PLAIN' || node.tag || node.anchor || node.comment) return false
  return node.value === value
}
