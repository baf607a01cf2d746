import pino, { type Logger } from 'pino'

import type { Environment } from './environment.ts'

/**
 * The log of a process, on standard error, since standard output is for results: JSON lines, or readable ones in
 * development.
 */
export const createLogger = ({ logLevel }: Pick<Environment, 'logLevel'>): Logger =>
  process.env.NODE_ENV === 'development'
    ? pino({
        level: logLevel,
        transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } },
      })
    : pino({ level: logLevel }, pino.destination(2))
