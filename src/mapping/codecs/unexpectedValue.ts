/** The mistake of a programmer who binds a field to a codec that cannot print its values. */
export const unexpectedValue = (codec: string, value: unknown): TypeError =>
  new TypeError(
    `The codec '${codec}' cannot print ${JSON.stringify(value)}. Bind the field to another codec.`,
  )
