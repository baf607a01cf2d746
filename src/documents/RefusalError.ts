import { APIError, Forbidden, ValidationError } from 'payload'

// Payload names its errors by their classes, whose names a bundler drops, and keeps the message of an error without a name
// from whoever made the request (payload#13645). So the names stand here as texts.

/** Refuses a request with a sentence for whoever made it, and an HTTP status. */
export class RefusalError extends APIError {
  override readonly name = 'APIError'
}

/** Refuses a document with a sentence for each field at fault. Status 400. */
export class InvalidDocumentError extends ValidationError {
  override readonly name = 'ValidationError'
}

/** Refuses what somebody may not do. Status 403. */
export class ForbiddenError extends Forbidden {
  override readonly name = 'Forbidden'
}
