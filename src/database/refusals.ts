import { APIError } from 'payload'

/** A save that can be made again later. The sentence is shown to who made it; status 503. */
export class BusyError extends APIError {
  // Bundlers drop names of classes, and Payload the message of an error without a name.
  override readonly name = 'APIError'

  constructor(sentence: string) {
    super(sentence, 503, undefined, true)
  }
}

/** A save that somebody else's came before. The sentence is shown to who made it; status 409. */
export class ConflictError extends APIError {
  override readonly name = 'APIError'

  constructor(options: ErrorOptions) {
    super(
      'Somebody else has saved this at the same moment. Look at it, and save again.',
      409,
      undefined,
      true,
    )
    this.cause = options.cause
  }
}

/** A save of a text that the database cannot hold. The sentence is shown to who made it; status 400. */
export class UnstorableTextError extends APIError {
  override readonly name = 'APIError'

  constructor(sentence: string, options: ErrorOptions) {
    super(sentence, 400, undefined, true)
    this.cause = options.cause
  }
}
