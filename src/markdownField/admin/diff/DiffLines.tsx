import { type DiffLine, diffLines } from './diffLines.ts'
import './DiffLines.css'
import { foldLines } from './foldLines.ts'
import { fileLines } from './fileLines.ts'

const signs = { same: ' ', removed: '−', added: '+' }
const words = { same: '', removed: 'Removed: ', added: 'Added: ' }

const Line = ({ line }: { line: DiffLine }) => (
  <li className={`diff-lines__line diff-lines__line--${line.kind}`}>
    <span aria-hidden className="diff-lines__number">
      {'before' in line ? line.before : ''}
    </span>
    <span aria-hidden className="diff-lines__number">
      {'after' in line ? line.after : ''}
    </span>
    <span aria-hidden className="diff-lines__sign">
      {signs[line.kind]}
    </span>
    <span className="diff-lines__text">
      <span className="diff-lines__unseen">{words[line.kind]}</span>
      {line.pieces.map(({ text, isChanged }, index) =>
        isChanged ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </span>
  </li>
)

const Lines = ({ lines }: { lines: DiffLine[] }) => (
  <ol>
    {lines.map((line, index) => (
      <Line key={index} line={line} />
    ))}
  </ol>
)

const unchanged = (count: number): string => (count === 1 ? '1 unchanged line' : `${count} unchanged lines`)

/**
 * Two texts compared line by line: what was removed and added, with the words that changed within a line, numbers of
 * both sides, and long unchanged stretches folded. Says so where they differ in nothing that has a line.
 */
export const DiffLines = ({ before, after, label }: { before: string; after: string; label: string }) => {
  const lines = diffLines(fileLines(before), fileLines(after))
  if (lines.every(({ kind }) => kind === 'same')) {
    return (
      <p className="diff-lines__none">{before === after ? 'No difference.' : 'Only line endings differ.'}</p>
    )
  }
  return (
    <div aria-label={label} className="diff-lines" role="region">
      {foldLines(lines).map(({ isFolded, lines: own }, index) =>
        isFolded ? (
          <details key={index}>
            <summary>{unchanged(own.length)}</summary>
            <Lines lines={own} />
          </details>
        ) : (
          <Lines key={index} lines={own} />
        ),
      )}
    </div>
  )
}
