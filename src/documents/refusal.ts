/** A response that refuses a request with a single message, in Payload's format. */
export const refusal = (message: string, status: number): Response =>
  Response.json({ errors: [{ message }] }, { status })
