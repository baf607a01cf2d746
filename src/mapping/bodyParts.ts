/** A body taken apart into the text that is a field's value, and the blank lines around it. */
export type BodyParts = { before: string; text: string; after: string }

/** Splits off the blank lines before a text and the white space after it. A blank body is all `before`. */
export const bodyParts = (body: string): BodyParts => {
  const before = /^(?:[^\S\n]*\n)*/.exec(body)?.[0] ?? ''
  const text = body.slice(before.length).trimEnd()
  if (text === '') return { before: body, text, after: '' }
  return { before, text, after: body.slice(before.length + text.length) }
}
