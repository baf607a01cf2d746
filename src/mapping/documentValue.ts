import { isObject } from './guards.ts'

/** The value at a dotted path of a document; `undefined` if the path ends early. */
export const documentValue = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), document)

/** Sets a value at a dotted path, creating the groups on the way. */
export const setDocumentValue = (data: Record<string, unknown>, path: string, value: unknown): void => {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    data[name] = value
    return
  }
  const known = data[name]
  const group = isObject(known) ? known : {}
  data[name] = group
  setDocumentValue(group, rest.join('.'), value)
}

/** Removes the value at a dotted path from a document, if there is one. */
export const removeDocumentValue = (data: Record<string, unknown>, path: string): void => {
  const [name = '', ...rest] = path.split('.')
  const value = data[name]
  if (rest.length === 0) Reflect.deleteProperty(data, name)
  else if (isObject(value)) removeDocumentValue(value, rest.join('.'))
}
