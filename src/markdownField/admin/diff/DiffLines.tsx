import { counted, translate, type Translator } from '../../../translations/translate.ts'
import { type DiffLine, diffLines } from './diffLines.ts'
import './DiffLines.css'
import { foldLines } from './foldLines.ts'
import { fileLines } from './fileLines.ts'

export type DiffLinesProps = {
  before: string
  after: string
  /** The accessible name of the comparison. */
  label: string
  i18n: Translator & { language: string }
}

const signs = { same: ' ', removed: '−', added: '+' }

const spokenKind = (translator: Translator, kind: DiffLine['kind']): string =>
  kind === 'same' ? '' : translate(translator, `answerbook:field:${kind}`)

const Line = ({ i18n, line }: { i18n: Translator; line: DiffLine }) => (
  <li className={`answerbook-diff-lines__line answerbook-diff-lines__line--${line.kind}`}>
    <span aria-hidden className="answerbook-diff-lines__number">
      {'before' in line ? line.before : ''}
    </span>
    <span aria-hidden className="answerbook-diff-lines__number">
      {'after' in line ? line.after : ''}
    </span>
    <span aria-hidden className="answerbook-diff-lines__sign">
      {signs[line.kind]}
    </span>
    <span className="answerbook-diff-lines__text">
      <span className="answerbook-diff-lines__unseen">{spokenKind(i18n, line.kind)}</span>
      {line.pieces.map(({ text, isChanged }, index) =>
        isChanged ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </span>
  </li>
)

const Lines = ({ i18n, lines }: { i18n: Translator; lines: DiffLine[] }) => (
  <ol>
    {lines.map((line, index) => (
      <Line i18n={i18n} key={index} line={line} />
    ))}
  </ol>
)

/**
 * Two texts compared line by line: what was removed and added, with the words that changed within a line, line numbers of
 * both sides, and long unchanged passages folded. If no line differs, a sentence says so.
 */
export const DiffLines = ({ before, after, i18n, label }: DiffLinesProps) => {
  const lines = diffLines(fileLines(before), fileLines(after))
  if (lines.every(({ kind }) => kind === 'same')) {
    const key = before === after ? 'answerbook:field:noDifference' : 'answerbook:field:lineEndings'
    return <p className="answerbook-diff-lines__none">{translate(i18n, key)}</p>
  }
  return (
    <div aria-label={label} className="answerbook-diff-lines" role="region">
      {foldLines(lines).map(({ isFolded, lines: own }, index) =>
        isFolded ? (
          <details key={index}>
            <summary>
              {translate(i18n, 'answerbook:field:unchanged', counted(own.length, i18n.language))}
            </summary>
            <Lines i18n={i18n} lines={own} />
          </details>
        ) : (
          <Lines i18n={i18n} key={index} lines={own} />
        ),
      )}
    </div>
  )
}
