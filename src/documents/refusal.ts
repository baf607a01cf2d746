/** An answer that refuses a request with one sentence, as Payload's own do. */
export const refusal = (message: string, status: number): Response =>
  Response.json({ errors: [{ message }] }, { status })
