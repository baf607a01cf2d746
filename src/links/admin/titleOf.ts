/**
 * How a related document reads in a list: its title; dots while it is on its way (undefined or null); "Gone" where there is
 * none that the reader may see (false).
 */
export const titleOf = (document: unknown, useAsTitle = 'id'): string => {
  if (document === false) return 'Gone'
  if (typeof document !== 'object' || document === null) return '…'
  const title: unknown = Reflect.get(document, useAsTitle)
  return typeof title === 'string' && title !== '' ? title : 'Untitled'
}
