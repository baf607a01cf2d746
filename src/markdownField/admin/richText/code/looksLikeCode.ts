import { formulasIn } from '../../../../markdown/dollars.ts'

/** Syntax that only Markdown has. */
const markdown = /^\s*(?:```|~~~|\|.*\|\s*$)|\$\$|\\[([]|\]\((?:https?:|\/|#|mailto:)/m

const comment = /^\s*(?:#(?!include)|\/\/|\/\*|\*\/|\* |--|;;|%)/

const words =
  'import|from|export|const|let|var|def|class|function|func|fn|public|private|protected|static|void|int|float|double|return|if|elif|else|for|while|do|case|switch|try|except|catch|finally|with|async|await|package|using|namespace|#include|SELECT|INSERT|UPDATE|DELETE|CREATE|echo|set|local|print|raise|throw|yield|match|struct|enum|impl|pub|use|mod|library|require'
const commands =
  'sudo|npm|npx|yarn|pnpm|git|cd|ls|mkdir|rm|cp|mv|cat|source|pip3?|python3?|node|docker|kubectl|curl|wget|apt(?:-get)?|brew|cargo|chmod|chown|grep|sed|awk|tar|ssh|scp|systemctl|export'

const codeLines = [
  /[;{]\s*$|^\s*[)\]}]+[,;)]*\s*$/,
  new RegExp(String.raw`^\s*(?:${words})\b.*[=<>(){}\[\]:;$"']`),
  /^\s*(?:else|done|fi|then|do|end|try|finally|pass|break|continue|return|begin|esac):?\s*$/i,
  new RegExp(String.raw`^\s*(?:\$ )?(?:${commands})\s+\S+(?:\s+\S+)*(?<![.!?:])$`),
  /^\s*[\w.$[\]"'-]+(?:\s*:\s*\w+)?\s*(?:[-+*/%|&^]|<<|>>|\/\/|<)?=(?!=)\s*\S/,
  /^\s*(?:await\s+)?[\w$]+(?:(?:\.|->|::)[\w$]+)*\(.*[)({[,;:]\s*(?:(?:#|\/\/).*)?$/,
  /^\s*@\w+|^\s*(?:"[^"]*"|'[^']*')\s*:\s*\S/,
]

/** YAML keys, at least one of which has others below it. */
const yamlKey = /^\s*(?:- )?[\w.-]+:(?:\s+\S.*)?$|^\s*- \S+$/
const yamlBlock = /^[ \t]*(?:- )?[\w.-]+:[ \t]*\n[ \t]+(?:- )?\S/m

/** Whether a plain text is a program or a script rather than Markdown, judged by most of its lines. */
export const looksLikeCode = (text: string): boolean => {
  if (text.startsWith('#!')) return true
  if (markdown.test(text)) return false
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const statements = lines.filter((line) => !comment.test(line))
  const tests = yamlBlock.test(text) ? [...codeLines, yamlKey] : codeLines
  const isCode = (line: string): boolean =>
    formulasIn(line).length === 0 && tests.some((test) => test.test(line))
  const code = statements.filter(isCode).length
  const minLines = statements.length < lines.length ? 1 : 2
  return code >= minLines && code >= statements.length / 2
}
