/** When each document that has been open on this page was saved last, as far as the page knows. */
export const lastSaved = new Map<string, string>()

/** Saves that forms were left with, for who comes back to wait for. */
export const leftWith = new Map<string, Promise<unknown>>()

/** Names a document on this page. */
export const documentKey = (collection: string | undefined, id: string | number | undefined): string =>
  `${collection} ${id}`
