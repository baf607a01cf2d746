import { lexicalToMarkdown } from '../../../../markdown/conversion.ts'
import { isRecord } from '../../../../admin/isRecord.ts'

const blocks = new Set(['heading', 'horizontalrule', 'list', 'paragraph', 'quote', 'table'])

const isBlock = (node: unknown): boolean =>
  isRecord(node) && typeof node.type === 'string' && blocks.has(node.type)

const nodesOf = (json: string): unknown[] => {
  const copied: unknown = JSON.parse(json)
  return isRecord(copied) && Array.isArray(copied.nodes) ? copied.nodes : []
}

/** Converts nodes copied from an editor, as JSON, to Markdown; inline nodes become a paragraph. */
export const markdownOfCopied = (json: string): string => {
  const nodes = nodesOf(json)
  const children = nodes.every(isBlock) ? nodes : [{ type: 'paragraph', version: 1, children: nodes }]
  return lexicalToMarkdown({ root: { children } }).trimEnd()
}

/** Adds Markdown to what an editor has copied, for plain-text editors. */
export const copiedMarkdown = ({ clipboardData }: ClipboardEvent): void => {
  const json = clipboardData?.getData('application/x-lexical-editor')
  if (!clipboardData || !json) return
  const markdown = markdownOfCopied(json)
  if (markdown !== '') clipboardData.setData('text/plain', markdown)
}
