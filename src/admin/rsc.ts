export { MarkdownDiff } from './MarkdownDiff/MarkdownDiff.tsx'
export { MarkdownView } from './MarkdownView/MarkdownView.tsx'
