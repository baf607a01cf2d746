/** A path was refused because using it could read, write or remove something outside the content root. */
export class UnsafePathError extends Error {
  override name = 'UnsafePathError'

  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`The path "${path}" was refused: ${reason}.`)
  }
}
