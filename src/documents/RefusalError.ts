import { APIError, Forbidden, ValidationError } from 'payload'

// Payload names its errors after their classes, whose names a bundler drops, and hides the message of an error without
// a name from the author of the request (payload#13645). Hence the names are literal strings here.

/** Refuses a request with a message for its author and an HTTP status. */
export class RefusalError extends APIError {
  override readonly name = 'APIError'
}

/** Refuses a document with a message for each invalid field. Status 400. */
export class InvalidDocumentError extends ValidationError {
  override readonly name = 'ValidationError'
}

/** Refuses an operation that the user is not allowed to perform. Status 403. */
export class ForbiddenError extends Forbidden {
  override readonly name = 'Forbidden'
}
