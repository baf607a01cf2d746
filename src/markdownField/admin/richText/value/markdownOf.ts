import { saveMarkdown } from '../../../../markdown/conversion.ts'
import type { EditorContent } from '../../../../markdown/lexical/nodes.ts'

/**
 * The Markdown of an editor's content. `bases` are the texts that the editor was given, oldest first: what equals the
 * newest keeps its characters, and content that equals an older one is exactly that text.
 */
export const markdownOf = (bases: readonly string[], content: EditorContent): string => {
  const older = bases.slice(0, -1).findLast((base) => saveMarkdown(base, content) === base)
  return older ?? saveMarkdown(bases.at(-1) ?? '', content)
}
