/**
 * Says why a relative path with forward slashes must not be used under a content root; undefined when it may be.
 * Hidden names are refused too: the walk never shows them, and `.git/hooks` is no place for content.
 */
export const unsafeReason = (path: string): string | undefined => {
  if (path === '') return 'it is empty'
  if (/[\p{Cc}\p{Surrogate}]/u.test(path)) return 'it has a control character or a broken character'
  if (path.includes('\\')) return 'it has a backslash'
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'it is absolute or names a drive'
  const segments = path.split('/')
  if (segments.includes('')) return 'it has an empty segment'
  if (segments.includes('..')) return 'it leads upwards'
  if (segments.some((segment) => segment.startsWith('.'))) return 'it has a hidden segment'
  return undefined
}
