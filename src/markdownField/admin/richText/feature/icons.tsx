import type { ReactNode } from 'react'

const icon = (drawing: ReactNode) => () => (
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

export const FormulaIcon = icon(<path d="M13.5 6.5v-1h-7l4 4.5-4 4.5h7v-1" />)
export const DisplayIcon = icon(
  <>
    <path d="M12.5 8V7.2h-5l2.8 2.8-2.8 2.8h5V12" />
    <path d="M4 4h12M4 16h12" />
  </>,
)
export const CodeIcon = icon(<path d="M7 6.5 3.5 10 7 13.5M13 6.5l3.5 3.5-3.5 3.5M11.2 5l-2.4 10" />)
export const TableIcon = icon(<path d="M4 5h12v10H4zM4 8.3h12M4 11.7h12M10 5v10" />)
export const ImageIcon = icon(
  <>
    <path d="M4 5h12v10H4zM4 13l3.5-3.5 3 3 2-2L16 14" />
    <circle cx="12.6" cy="7.8" r="0.9" />
  </>,
)
export const LinkIcon = icon(
  <path d="M8.7 11.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3A2.6 2.6 0 0 0 11 5.3l-.9.9M11.3 8.7a2.6 2.6 0 0 0-3.7 0l-2.3 2.3A2.6 2.6 0 0 0 9 14.7l.9-.9" />,
)
export const AlignLeftIcon = icon(<path d="M4 5h12M4 8.3h7M4 11.7h12M4 15h7" />)
export const AlignCenterIcon = icon(<path d="M4 5h12M6.5 8.3h7M4 11.7h12M6.5 15h7" />)
export const AlignRightIcon = icon(<path d="M4 5h12M9 8.3h7M4 11.7h12M9 15h7" />)
