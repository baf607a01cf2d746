import { diffChars } from 'diff'

/** A stretch of a text and what comes in its place. */
type Edit = { from: number; to: number; insert: string }

/** Texts that differ in more characters count as new. */
const maxEditLength = 2000

const editsOf = (before: string, after: string): Edit[] | undefined => {
  const changes = diffChars(before, after, { maxEditLength })
  if (!changes) return undefined
  const edits: Edit[] = []
  let at = 0
  let open: Edit | undefined
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      at += value.length
      open = undefined
      continue
    }
    if (!open) {
      open = { from: at, to: at, insert: '' }
      edits.push(open)
    }
    if (added) open.insert += value
    else {
      at += value.length
      open.to = at
    }
  }
  return edits
}

/** Whether a spelling belongs to characters that an edit takes away. What is only put in belongs to what follows. */
const isTaken = (spelling: Edit, edit: Edit): boolean =>
  spelling.from === spelling.to
    ? edit.from <= spelling.from && spelling.from < edit.to
    : spelling.from < edit.to && edit.from < spelling.to

const isEscape = ({ from, to, insert }: Edit): boolean => from === to && insert === '\\'

const isBeside = (spelling: Edit, edit: Edit): boolean => spelling.from <= edit.to && edit.from <= spelling.to

const applied = (text: string, edits: Edit[]): string => {
  let result = ''
  let at = 0
  for (const { from, to, insert } of edits) {
    result += text.slice(at, from) + insert
    at = to
  }
  return result + text.slice(at)
}

/**
 * What a text that was written as `spelled` may be written as after an edit, from what keeps most of its characters.
 * `before` and `after` are how it would be printed before and after the edit: where both are the same, so is `spelled`.
 */
export const carrySpelling = (spelled: string, before: string, after: string): string[] => {
  const spellings = editsOf(before, spelled)
  const edits = editsOf(before, after)
  if (!spellings || !edits) return []
  const carried = (made: Edit[], isLost: (spelling: Edit, edit: Edit) => boolean): string => {
    const kept = spellings.filter((spelling) => !made.some((edit) => isLost(spelling, edit)))
    // At one place what was typed comes first: a backslash belongs to what follows it.
    return applied(
      before,
      [...made, ...kept].sort((a, b) => a.from - b.from),
    )
  }
  // Where new text needs an escape, the printer escapes that character everywhere.
  const typed = edits.filter((edit) => !isEscape(edit))
  const candidates = [typed, edits].flatMap((made) => [carried(made, isTaken), carried(made, isBeside)])
  return [...new Set(candidates)].filter((candidate) => candidate !== after)
}
