/** Imports say by it, in the context of their requests, that values come from files and stay as they are. */
export const valuesFromFile = 'answerbook:values-from-file'

/** Runs that resolve links in a pass of their own say so in the context of their requests. */
export const linksResolvedLater = 'answerbook:links-resolved-later'

/** A save that takes a document back to its imported file says so, and may set what only files and versions set. */
export const restoringImport = 'answerbook:restoring-import'
