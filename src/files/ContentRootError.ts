/** The content root cannot be used at all: it is missing, not a folder, or not readable. A mistake of the caller. */
export class ContentRootError extends Error {
  override name = 'ContentRootError'

  constructor(
    readonly root: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The content root "${root}" cannot be used: ${reason}.`, options)
  }
}
