import { z } from 'zod'

const entry = z.object({ level: z.number(), msg: z.string() })

const error = 50

const messageIn = (line: string): string | undefined => {
  try {
    const read = entry.safeParse(JSON.parse(line)).data
    return read && read.level >= error ? read.msg : undefined
  } catch {
    return undefined
  }
}

/** The failure recorded in a log: the message of its last error, or its last line if it contains none. */
export const failureIn = (log: string): string => {
  const lines = log.split('\n').filter((line) => line.trim() !== '')
  return (
    lines.flatMap((line) => messageIn(line) ?? []).at(-1) ??
    lines.at(-1) ??
    'The process exited without output.'
  )
}
