// `answerbook/markdown`: pure conversions for frontends and scripts. Nothing here depends on Payload or Node.
export {
  lexicalForReaders,
  lexicalToMarkdown,
  markdownToLexical,
  saveMarkdown,
  type EditorContent,
  type SerializedAnswer,
} from '../markdown/conversion.ts'
export { renderHtml } from '../markdown/html.ts'
export { toText } from '../markdown/text.ts'
