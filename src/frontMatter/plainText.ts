import { isMap, isScalar, parseDocument } from 'yaml'

// What readers with types (YAML 1.1 and 1.2) take for a null, boolean, number or date.
const typed =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:0[xob])?[\d_][\d_,.a-f]*(?:e[-+]?\d+)?|[-+]?\.\d[\d_]*(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?(?:[tT\s].*)?)$/i

/** Whether readers that know types would take a plain scalar for something other than a text. */
export const isTyped = (value: string): boolean => value === '' || typed.test(value)

/**
 * Whether a text can stand as a plain scalar and be read back as itself.
 * It is asked of the library that reads the files, as the rules for plain scalars are many.
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
