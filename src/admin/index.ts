export { EditingSession } from './EditingSession/EditingSession.tsx'
export { MarkdownField } from './MarkdownField/MarkdownField.tsx'
export { UnresolvedLinks } from './UnresolvedLinks/UnresolvedLinks.tsx'
