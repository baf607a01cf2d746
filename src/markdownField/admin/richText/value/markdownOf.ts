import { saveMarkdown } from '../../../../markdown/conversion.ts'
import type { EditorContent } from '../../../../markdown/lexical/nodes.ts'

/**
 * The Markdown of an editor's content. `bases` are the texts that the editor has been given, oldest first: what equals
 * the newest keeps its characters, and a content that is just an older one again is that very text.
 */
export const markdownOf = (bases: readonly string[], content: EditorContent): string => {
  const older = bases.slice(0, -1).findLast((base) => saveMarkdown(base, content) === base)
  return older ?? saveMarkdown(bases.at(-1) ?? '', content)
}
