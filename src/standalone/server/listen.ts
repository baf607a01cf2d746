import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

import { ConfigurationError } from '../../problems/ConfigurationError.ts'

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/** Listens on a port. Throws a ConfigurationError with the remedy if the port is in use or not allowed. */
export const listen = async (server: Server, port: number): Promise<void> => {
  server.listen(port)
  try {
    await once(server, 'listening')
  } catch (error) {
    const remedy = `Set PORT to another one, for example: PORT=${port < 65_535 ? port + 1 : 3000} npm start`
    if (codeOf(error) === 'EADDRINUSE')
      throw new ConfigurationError(`Port ${port} is in use by another program. ${remedy}`)
    if (codeOf(error) === 'EACCES')
      throw new ConfigurationError(`Port ${port} is not allowed for this user. ${remedy}`)
    throw error
  }
}

/** Throws a ConfigurationError if a port is in use, before anything time-consuming has begun. */
export const assertPortFree = async (port: number): Promise<void> => {
  const server = createServer()
  await listen(server, port)
  await new Promise((resolve) => server.close(resolve))
}
