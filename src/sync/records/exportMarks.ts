/**
 * What exports have left where a file stands, newest first, as the file records keeps it in `exportedDigests`: the digest of a
 * text, the digest of a draft's text behind `draft:`, or `none` where an export has left the file out.
 */
export type ExportMarks = readonly string[]

const noFile = 'none'

const most = 20

const ofDraft = (digest: string): string => `draft:${digest}`

/** Whether an export has written a text, of a draft or of what is published. */
export const isExported = (marks: ExportMarks, digest: string): boolean =>
  marks.includes(digest) || marks.includes(ofDraft(digest))

/** Whether a text is one that only an export of drafts has written: nobody's change, and not the published text. */
export const isDraftText = (marks: ExportMarks, digest: string): boolean => marks.includes(ofDraft(digest))

/** Whether an export has left the file out since one wrote it or an import met it: that it is missing is no news. */
export const isLeftOut = ([newest]: ExportMarks): boolean => newest === noFile

/**
 * The marks after an export has written a text. `isBack`: where the file of what is published stands, so that it is not
 * left out any more.
 */
export const afterWriting = (
  marks: ExportMarks,
  digest: string,
  { isBack, isDraft }: { isBack: boolean; isDraft: boolean },
): string[] => {
  if (isDraft && marks.includes(digest)) return [...marks]
  const replaced = [noFile, ofDraft(digest), digest]
  const texts = [isDraft ? ofDraft(digest) : digest, ...marks.filter((mark) => !replaced.includes(mark))]
  return [...(isLeftOut(marks) && !isBack ? [noFile] : []), ...texts].slice(0, most)
}

/** The marks after an export has left the file out. */
export const afterLeavingOut = (marks: ExportMarks): string[] =>
  [noFile, ...marks.filter((mark) => mark !== noFile)].slice(0, most)

/** The marks after an import has met the file, with a text that is the base from now on where one is given. */
export const afterMeeting = (marks: ExportMarks, digest?: string): string[] =>
  marks.filter((mark) => mark !== noFile && (digest === undefined || mark !== ofDraft(digest)))
