export { MarkdownView } from './MarkdownView/MarkdownView.tsx'
