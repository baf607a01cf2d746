export { decodeEscapes, type AmbiguousEscape } from './escapes/decodeEscapes.ts'
export { encodeEscapes } from './escapes/encodeEscapes.ts'
export { formOfEscapes, type EscapesForm } from './escapes/formOfEscapes.ts'
