import { payloadEditor } from '../../.scripts/fidelity/payloadEditor.ts'
import { readAnswers } from '../../.scripts/fidelity/readAnswers.ts'
import { renderHtml } from '../../.scripts/fidelity/renderHtml.ts'
import { loadLexical } from '../../src/markdownField/editor/loadLexical.ts'
import { lexicalToMarkdown, markdownToLexical, saveMarkdown } from '../../src/markdown/conversion.ts'
import { corpusAnswers } from '../helpers/corpusAnswers.ts'

/** The number of answers that both converters process, so that a run ends within a minute. */
const maxAnswers = Number(process.env.ANSWERS ?? 500)

type Converter<State> = { read: (markdown: string) => State; write: (state: State, before: string) => string }

type Result = { read: number; write: number; bytes: number; html: number }

const attempt = (work: () => string): string => {
  try {
    return work()
  } catch {
    return ''
  }
}

const measure = <State>(answers: string[], { read, write }: Converter<State>): Result => {
  const result = { read: 0, write: 0, bytes: 0, html: 0 }
  for (const answer of answers) {
    const started = performance.now()
    const state = read(answer)
    const between = performance.now()
    const markdown = attempt(() => write(state, answer))
    result.write += performance.now() - between
    result.read += between - started
    if (markdown === answer) result.bytes += 1
    if (markdown === answer || renderHtml(markdown) === renderHtml(answer)) result.html += 1
  }
  return result
}

/** Compares the conversion of answers with Payload's: fidelity, and milliseconds per document in both directions. */
export const benchConversion = async (): Promise<void> => {
  const { convertLexicalToMarkdown, convertMarkdownToLexical } = await loadLexical()
  const editorConfig = await payloadEditor()
  const real = corpusAnswers().map(({ answer }) => answer)
  const all = real.length > 0 ? real : (await readAnswers('content')).answers.map(({ markdown }) => markdown)
  const step = Math.max(1, Math.floor(all.length / maxAnswers))
  const answers = all.filter((_, at) => at % step === 0).slice(0, maxAnswers)
  const payload: Converter<ReturnType<typeof convertMarkdownToLexical>> = {
    read: (markdown) => convertMarkdownToLexical({ editorConfig, markdown }),
    write: (data) => convertLexicalToMarkdown({ data, editorConfig }),
  }
  const anew = { read: markdownToLexical, write: lexicalToMarkdown }
  const saved: Converter<ReturnType<typeof markdownToLexical>> = {
    read: markdownToLexical,
    write: (state, before) => saveMarkdown(before, state),
  }
  const warm = answers.slice(0, 50)
  for (const converter of [anew, saved]) measure(warm, converter)
  measure(warm, payload)
  const baseline = measure(answers, payload)
  const row = (what: string, { bytes, html, read, write }: Result) => ({
    what,
    'same bytes': `${((100 * bytes) / answers.length).toFixed(1)} %`,
    'same HTML': `${((100 * html) / answers.length).toFixed(1)} %`,
    'to Lexical, ms': Number((read / answers.length).toFixed(2)),
    'ratio to Payload': Number((read / baseline.read).toFixed(2)),
    'to Markdown, ms': Number((write / answers.length).toFixed(2)),
    'ratio to Payload ': Number((write / baseline.write).toFixed(2)),
  })
  console.log(`conversion of ${answers.length} ${real.length > 0 ? 'real' : 'demo'} answers, nothing edited`)
  console.table([
    row("Payload's converters (baseline)", baseline),
    row('every block printed anew', measure(answers, anew)),
    row('saved, blocks preserved', measure(answers, saved)),
  ])
}
