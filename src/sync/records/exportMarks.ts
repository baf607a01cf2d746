/**
 * What exports have done at the path of a file, newest first, as stored in `exportedDigests`: the digest of a written
 * text, the digest of a draft's text prefixed with `draft:`, or `none` if an export has omitted the file.
 */
export type ExportMarks = readonly string[]

const noFile = 'none'

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
  const replaced = [noFile, ofDraft(digest), digest]
  const texts = [isDraft ? ofDraft(digest) : digest, ...marks.filter((mark) => !replaced.includes(mark))]
  return [...(isLeftOut(marks) && !isBack ? [noFile] : []), ...texts].slice(0, maxMarks)
}

/** The marks after an export has omitted the file. */
export const afterLeavingOut = (marks: ExportMarks): string[] =>
  [noFile, ...marks.filter((mark) => mark !== noFile)].slice(0, maxMarks)

/** The marks after an import has read the file, whose text is the new base if its digest is given. */
export const afterMeeting = (marks: ExportMarks, digest?: string): string[] =>
  marks.filter((mark) => mark !== noFile && (digest === undefined || mark !== ofDraft(digest)))
