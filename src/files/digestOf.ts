import { createHash } from 'node:crypto'

/** The sha-256 of a text's UTF-8 bytes, or of bytes, in hexadecimal. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')
