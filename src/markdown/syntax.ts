export { parseMarkdown } from './syntax/parseMarkdown.ts'
export { printMarkdown } from './syntax/printMarkdown.ts'
