/**
 * What exports have done at the path of a file, newest first, as stored in `exportedDigests`: the digest of a written
 * text, the digest of a draft's text prefixed with `draft:`, or `none` if an export has omitted the file. `missing` if an
 * import has deleted its document because the file was missing. `base` stands for the text that an import has read since.
 * Former bases are among the texts.
 */
export type ExportMarks = readonly string[]

const noFile = 'none'

const missing = 'missing'

const base = 'base'

const maxMarks = 20

const ofDraft = (digest: string): string => `draft:${digest}`

/** Whether an export has written a text, either of a draft or of the published document. */
export const isExported = (marks: ExportMarks, digest: string): boolean =>
  marks.includes(digest) || marks.includes(ofDraft(digest))

/** Whether only an export of drafts has written a text: it is nobody's edit, and not the published text. */
export const isDraftText = (marks: ExportMarks, digest: string): boolean => marks.includes(ofDraft(digest))

/**
 * Whether an export has omitted the file since it was last written by an export or read by an import, so that its
 * absence is expected.
 */
export const isLeftOut = ([newest]: ExportMarks): boolean => newest === noFile

/**
 * The marks after an export has written a text. `isBack`: this is the path of the published document's file, so it no
 * longer counts as omitted.
 */
export const afterWriting = (
  marks: ExportMarks,
  digest: string,
  { isBack, isDraft }: { isBack: boolean; isDraft: boolean },
): string[] => {
  if (isDraft && marks.includes(digest)) return [...marks]
  const replaced = [noFile, base, ofDraft(digest), digest, ...(isBack && !isDraft ? [missing] : [])]
  const texts = [isDraft ? ofDraft(digest) : digest, ...marks.filter((mark) => !replaced.includes(mark))]
  return [...(isLeftOut(marks) && !isBack ? [noFile] : []), ...texts].slice(0, maxMarks)
}

/** The marks after an export has omitted the file. */
export const afterLeavingOut = (marks: ExportMarks): string[] =>
  [noFile, ...marks.filter((mark) => mark !== noFile)].slice(0, maxMarks)

/** Whether an import has deleted the document because its file was missing, so that the file brings it back. */
export const isDeletedByImport = (marks: ExportMarks): boolean => marks.includes(missing)

/** The marks after an import has deleted the document of a missing file. */
export const afterDeleting = (marks: ExportMarks): string[] => [
  missing,
  ...marks.filter((mark) => mark !== missing).slice(0, maxMarks - 1),
]

/**
 * The marks after an import has read the file, whose text is the new base if its digest is given. `former` is the digest of
 * the base until now: exports may have left that text in other folders.
 */
export const afterMeeting = (marks: ExportMarks, digest?: string, former?: string): string[] => {
  const others = marks.filter(
    (mark) =>
      mark !== noFile &&
      mark !== missing &&
      (digest === undefined || (mark !== base && mark !== ofDraft(digest))),
  )
  if (digest === undefined) return others
  const isForgotten = former !== undefined && former !== digest && !others.includes(former)
  const wasNewest = marks.find((mark) => mark !== noFile && mark !== missing) === base
  const added = isForgotten ? [former] : []
  const texts = wasNewest ? [...added, ...others] : [...others, ...added]
  const isNewest = texts.length === 0 || texts[0] === digest
  return (isNewest ? texts : [base, ...texts]).slice(0, maxMarks)
}

/**
 * The marks of a path whose file an import has found elsewhere: it is gone from the content root, but an export may have left
 * one of these texts in another folder. `digest` was that of the base. Empty if an export has omitted the file since.
 */
export const afterMoving = (marks: ExportMarks, digest: string | undefined): string[] => {
  if (isLeftOut(marks)) return []
  const texts = [...(digest === undefined ? [] : [digest]), ...marks]
  const left = [...new Set(texts)].filter((mark) => mark !== base && mark !== missing)
  return left.length === 0 ? [] : afterLeavingOut(left)
}

/**
 * The digest of the text that is in the file, as far as imports and exports of published states know; undefined if there is
 * no file. `digest` is that of the base.
 */
export const digestInFile = ({
  digest,
  exportedDigests,
}: {
  digest: string | undefined
  exportedDigests: ExportMarks
}): string | undefined => {
  const newest = exportedDigests.find((mark) => !mark.startsWith(ofDraft('')))
  if (newest === noFile || newest === missing) return undefined
  return newest === undefined || newest === base ? digest : newest
}
