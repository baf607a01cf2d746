'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** How a Markdown text is edited. */
export type EditorTab = 'rich' | 'source'

const key = 'answerbook-editor'
const changed = 'answerbook-editor-changed'

const read = (): EditorTab => {
  try {
    return localStorage.getItem(key) === 'source' ? 'source' : 'rich'
  } catch {
    return 'rich'
  }
}

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener(changed, onChange)
  return () => window.removeEventListener(changed, onChange)
}

// If the browser has no storage, the choice lasts as long as the page.
let unkept: EditorTab | undefined

/** The editor that was last chosen in this browser, and a function that chooses another. */
export const useEditorTab = (): [EditorTab, (tab: EditorTab) => void] => {
  const tab = useSyncExternalStore(
    subscribe,
    () => unkept ?? read(),
    () => 'rich' as const,
  )
  const choose = useCallback((next: EditorTab) => {
    try {
      localStorage.setItem(key, next)
    } catch {
      unkept = next
    }
    window.dispatchEvent(new Event(changed))
  }, [])
  return [tab, choose]
}
