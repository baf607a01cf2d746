import { isObject } from './isObject.ts'

/** The value at a dotted path of a document; `undefined` where the path ends early. */
export const documentValue = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), document)
