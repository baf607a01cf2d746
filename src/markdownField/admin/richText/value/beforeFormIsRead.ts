/**
 * Calls `flush` before anything that could read a form: a click on a button, a shortcut, leaving the page or the
 * window. Returns a function that stops it.
 */
export const beforeFormIsRead = (flush: () => void): (() => void) => {
  const ending = new AbortController()
  const early = { capture: true, signal: ending.signal }
  document.addEventListener('pointerdown', flush, early)
  document.addEventListener('visibilitychange', flush, early)
  document.addEventListener('submit', flush, early)
  window.addEventListener('blur', flush, early)
  window.addEventListener('pagehide', flush, early)
  window.addEventListener('beforeunload', flush, early)
  document.addEventListener(
    'keydown',
    ({ ctrlKey, metaKey, altKey }) => {
      if (ctrlKey || metaKey || altKey) flush()
    },
    early,
  )
  return () => ending.abort()
}
