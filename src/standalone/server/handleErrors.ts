import type { ErrorRequestHandler } from 'express'

const statusOf = (error: unknown): number => {
  const status: unknown =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}

/** Responds to errors of the middleware: JSON under /api, a line of text elsewhere. Details are only logged. */
// Express recognizes an error handler by its four parameters.
export const handleErrors: ErrorRequestHandler = (error, request, response, _next) => {
  const status = statusOf(error)
  request.log.error({ err: error }, 'The request failed.')
  if (response.headersSent) {
    response.destroy()
    return
  }
  const message = status < 500 ? 'Bad request.' : 'Something went wrong on the server.'
  response.status(status)
  if (request.path.startsWith('/api')) response.json({ errors: [{ message }] })
  else response.type('text').send(`${message}\n`)
}
