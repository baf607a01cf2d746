/** When each document that was open on this page was last saved, as far as the page knows. */
export const lastSaved = new Map<string, string>()

/** Saves that were still in progress when a form was left, by document: a form that is opened again waits for them. */
export const pendingSaves = new Map<string, Promise<unknown>>()

/** The key of a document in these maps. */
export const documentKey = (collection: string | undefined, id: string | number | undefined): string =>
  `${collection} ${id}`
