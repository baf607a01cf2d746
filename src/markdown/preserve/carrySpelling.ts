import { diffChars } from 'diff'

/** A range of a text and its replacement. */
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

/** Whether a spelling belongs to characters that an edit removes. An insertion belongs to what follows it. */
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
 * The possible spellings of a text after an edit, given that it was `spelled` before, starting with the one that
 * preserves the most characters. `before` and `after` are the printed forms before and after the edit: where they
 * agree, `spelled` is unchanged.
 */
export const carrySpelling = (spelled: string, before: string, after: string): string[] => {
  const spellings = editsOf(before, spelled)
  const edits = editsOf(before, after)
  if (!spellings || !edits) return []
  const carried = (made: Edit[], isLost: (spelling: Edit, edit: Edit) => boolean): string => {
    const kept = spellings.filter((spelling) => !made.some((edit) => isLost(spelling, edit)))
    // At the same position, typed text comes first: a backslash belongs to what follows it.
    return applied(
      before,
      [...made, ...kept].sort((a, b) => a.from - b.from),
    )
  }
  // If new text needs an escape, the printer escapes that character everywhere.
  const typed = edits.filter((edit) => !isEscape(edit))
  const candidates = [typed, edits].flatMap((made) => [carried(made, isTaken), carried(made, isBeside)])
  return [...new Set(candidates)].filter((candidate) => candidate !== after)
}
