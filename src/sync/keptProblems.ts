/**
 * How many problems of a run the history keeps: the report of a whole site may contain a great many warnings, and these are
 * as many as a person will read.
 */
export const keptProblems = 2000
