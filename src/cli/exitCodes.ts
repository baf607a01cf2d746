/** The exit codes of the command, for scripts. */
export const exitCodes = {
  /** Done; warnings are listed. */
  done: 0,
  /** Done, with errors or differences, which are listed. */
  errors: 1,
  /** Wrong use or configuration; nothing was done. */
  usage: 2,
  /** Could not finish. */
  failed: 3,
} as const
