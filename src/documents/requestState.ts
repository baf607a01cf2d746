/** Set in the request context by imports: values come from files and must not be changed. */
export const valuesFromFile = 'answerbook:values-from-file'

/** Set in the request context by runs that resolve links in a separate pass. */
export const linksResolvedLater = 'answerbook:links-resolved-later'

/** Set by a save that resets a document to its imported file, which may set values that only files and versions set. */
export const restoringImport = 'answerbook:restoring-import'

/** Key in the data of a save that says what it is based on. It is not a field, and is never stored. */
export const editingKey = '_editing'
