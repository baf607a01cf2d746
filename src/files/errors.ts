import { getSystemErrorMap } from 'node:util'

/** The content root cannot be used at all: it is missing, not a folder, or not readable. The caller's mistake. */
export class ContentRootError extends Error {
  override name = 'ContentRootError'

  constructor(
    readonly root: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The content root "${root}" cannot be used: ${reason}.`, options)
  }
}

/** A file could not be written or removed; the previous file is unchanged. `cause` is the system's error. */
export class FileWriteError extends Error {
  override name = 'FileWriteError'
  /** The system's code, such as `ENOSPC`, if there is one. */
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

/** A path was refused because using it could read, write or remove something outside the content root. */
export class UnsafePathError extends Error {
  override name = 'UnsafePathError'

  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`The path "${path}" was refused: ${reason}.`)
  }
}

/** An upload that cannot be accepted, and why. The sender's mistake. */
export class UploadError extends Error {
  override name = 'UploadError'
}

/** A folder that runs started in the admin may not use. The sender's mistake. */
export class FolderError extends Error {
  override name = 'FolderError'

  constructor(readonly folder: string) {
    super(
      `The folder "${folder}" is not allowed: choose one that the option "roots" of the plugin names, or one below it.`,
    )
  }
}

/** A content root cannot be committed to Git, and why. */
export class GitError extends Error {
  override name = 'GitError'
}

/** The code of a system error, such as `ENOENT`; undefined for anything else that was thrown. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** The reason why the system refused, in words and without paths: `no space left on device (ENOSPC)`. */
export const systemReason = (error: unknown): string => {
  const code = errorCode(error)
  for (const [name, words] of getSystemErrorMap().values()) {
    if (name === code) return `${words} (${code})`
  }
  return error instanceof Error ? error.message : String(error)
}
