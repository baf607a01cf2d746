const mark = Symbol.for('answerbook:allows-bulk')

/**
 * Marks a hook that bulk writing takes into account: it does nothing when a new document is created from a file, or
 * nothing that requires the row of the document. Returns the hook.
 */
export const allowsBulk = <Hook extends object>(hook: Hook): Hook => Object.assign(hook, { [mark]: true })

/** Whether all hooks allow documents to be written in bulk. */
export const allAllowBulk = (hooks: readonly object[] | undefined): boolean =>
  (hooks ?? []).every((hook) => mark in hook)
