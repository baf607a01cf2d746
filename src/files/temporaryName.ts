import { randomBytes } from 'node:crypto'

/** A name for a hidden file that stands for a moment beside the one that it becomes. */
export const temporaryName = (): string => `.answerbook-${randomBytes(8).toString('hex')}.tmp`

/** Whether a name is one that `temporaryName` has made. */
export const isTemporaryName = (name: string): boolean => /^\.answerbook-[0-9a-f]{16}\.tmp$/.test(name)
