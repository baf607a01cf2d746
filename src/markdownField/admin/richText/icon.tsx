import type { ReactNode } from 'react'

/** An icon of the toolbar and of the slash menu, drawn in lines within 20 by 20. */
export const icon = (drawing: ReactNode) => () => (
  <svg
    aria-hidden
    fill="none"
    height="20"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="1.25"
    viewBox="0 0 20 20"
    width="20"
  >
    {drawing}
  </svg>
)
