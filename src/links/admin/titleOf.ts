/** What is shown if there is no title. */
export type TitleWords = { gone: string; untitled: string }

/**
 * The title of a related document in a list; dots while it is being loaded (undefined or null); `gone` if there is none that
 * the user may read (false).
 */
export const titleOf = (document: unknown, words: TitleWords, useAsTitle = 'id'): string => {
  if (document === false) return words.gone
  if (typeof document !== 'object' || document === null) return '…'
  const title: unknown = Reflect.get(document, useAsTitle)
  return typeof title === 'string' && title !== '' ? title : words.untitled
}
