import { errorCode } from './errorCode.ts'
import { systemReason } from './systemReason.ts'

/** A file could not be written or removed; what stood there before still does. `cause` is the system's error. */
export class FileWriteError extends Error {
  override name = 'FileWriteError'
  /** The system's code, such as `ENOSPC`, where there is one. */
  readonly code: string | undefined

  constructor(
    readonly path: string,
    action: 'written' | 'removed',
    cause: unknown,
  ) {
    super(`"${path}" could not be ${action}: ${systemReason(cause)}.`, { cause })
    this.code = errorCode(cause)
  }
}
