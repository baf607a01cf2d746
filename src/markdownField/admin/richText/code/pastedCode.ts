import { looksLikeCode } from './looksLikeCode.ts'
import { isRecord } from '../../../../admin/isRecord.ts'

/** VS Code's names of languages that have another name in Markdown. */
const names: Record<string, string> = {
  javascriptreact: 'jsx',
  plaintext: 'text',
  shellscript: 'bash',
  typescriptreact: 'tsx',
}

/** VS Code's name of the language of a pasted text; undefined for texts from other programs. */
const modeOf = (editorData: string): string | undefined => {
  try {
    const data: unknown = JSON.parse(editorData)
    return isRecord(data) && typeof data.mode === 'string' ? data.mode : undefined
  } catch {
    return undefined
  }
}

const prose = new Set(['markdown', 'mdx', 'plaintext', 'quarto', 'rmd'])

const fenced = (code: string, language: string): string => {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code.replace(/\s+$/, '').replaceAll('\r\n', '\n')}\n${fence}`
}

export type PastedCode = { kind: 'block'; markdown: string } | { kind: 'line' }

/**
 * Converts a text copied from a code editor or a terminal: to a code block, or to a line that stays text. Undefined for
 * text that is not code, above all Markdown.
 */
export const pastedCode = (text: string, editorData: string): PastedCode | undefined => {
  const mode = modeOf(editorData)
  const isNamed = mode !== undefined && !prose.has(mode)
  if (!isNamed && (mode === 'markdown' || !looksLikeCode(text))) return undefined
  if (!text.trim().includes('\n')) return { kind: 'line' }
  return { kind: 'block', markdown: fenced(text, isNamed ? (names[mode] ?? mode) : '') }
}
