export type FileTextProps = {
  path: string
  lines: readonly string[]
  /** Numbers, from 1, of the lines to mark. */
  changed: ReadonlySet<number> | undefined
}

/** The text of a file with the numbers of its lines, in a box that scrolls. */
export const FileText = ({ path, lines, changed }: FileTextProps) => (
  <div aria-label={`Text of ${path}`} className="markdown-view__file" role="region" tabIndex={0}>
    <ol>
      {lines.map((line, index) => (
        <li className={changed?.has(index + 1) ? 'markdown-view__changed' : undefined} key={index}>
          <code>{line}</code>
        </li>
      ))}
    </ol>
  </div>
)
