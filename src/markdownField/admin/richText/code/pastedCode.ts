import { looksLikeCode } from './looksLikeCode.ts'
import { isRecord } from '../../../../admin/isRecord.ts'

/** What VS Code calls languages, where Markdown has another word. */
const names: Record<string, string> = {
  javascriptreact: 'jsx',
  plaintext: 'text',
  shellscript: 'bash',
  typescriptreact: 'tsx',
}

/** The language that VS Code names beside a text, by its own name; undefined for texts from elsewhere. */
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
 * What a text of a code editor or a terminal becomes: a block of code, or a line that stays text. Undefined for text
 * that is none, Markdown above all.
 */
export const pastedCode = (text: string, editorData: string): PastedCode | undefined => {
  const mode = modeOf(editorData)
  const isNamed = mode !== undefined && !prose.has(mode)
  if (!isNamed && (mode === 'markdown' || !looksLikeCode(text))) return undefined
  if (!text.trim().includes('\n')) return { kind: 'line' }
  return { kind: 'block', markdown: fenced(text, isNamed ? (names[mode] ?? mode) : '') }
}
