export type FileTextProps = {
  label: string
  lines: readonly string[]
  /** Numbers, from 1, of the lines to highlight. */
  changed: ReadonlySet<number> | undefined
}

/** The text of a file with line numbers, in a box that scrolls. */
export const FileText = ({ label, lines, changed }: FileTextProps) => (
  <div aria-label={label} className="answerbook-markdown-view__file" role="region" tabIndex={0}>
    <ol>
      {lines.map((line, index) => (
        <li className={changed?.has(index + 1) ? 'answerbook-markdown-view__changed' : undefined} key={index}>
          <code>{line}</code>
        </li>
      ))}
    </ol>
  </div>
)
