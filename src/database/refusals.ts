import { APIError } from 'payload'

/** A save that can be retried later. The message is shown to its author; status 503. */
export class BusyError extends APIError {
  // Bundlers drop class names, and Payload hides the message of an error without a name (payload#13645).
  override readonly name = 'APIError'

  constructor(sentence: string) {
    super(sentence, 503, undefined, true)
  }
}

/** A save that was preceded by somebody else's. The message is shown to its author; status 409. */
export class ConflictError extends APIError {
  override readonly name = 'APIError'

  constructor(options: ErrorOptions) {
    super(
      'Somebody else saved this at the same moment. Check their changes, and save again.',
      409,
      undefined,
      true,
    )
    this.cause = options.cause
  }
}

/** A save of a text that the database cannot store. The message is shown to its author; status 400. */
export class UnstorableTextError extends APIError {
  override readonly name = 'APIError'

  constructor(sentence: string, options: ErrorOptions) {
    super(sentence, 400, undefined, true)
    this.cause = options.cause
  }
}
