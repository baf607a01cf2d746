import { isRecord } from '../../admin/isRecord.ts'

const key = 'answerbook-recent'
const maxRemembered = 50

/** A document that a user has changed, and when. */
export type RecentDocument = { collection: string; id: string; at: string }

const isRecent = (value: unknown): value is RecentDocument =>
  isRecord(value) &&
  typeof value.collection === 'string' &&
  typeof value.id === 'string' &&
  typeof value.at === 'string'

/** The preference of a user that holds what they changed last. */
export const recentWork = {
  key,
  /** Reads its value, newest first; anything else counts as nothing. */
  read: (value: unknown): RecentDocument[] =>
    isRecord(value) && Array.isArray(value.documents)
      ? value.documents.filter(isRecent).slice(0, maxRemembered)
      : [],
  /** Its value once a document has been changed. */
  add: (value: unknown, changed: RecentDocument): { documents: RecentDocument[] } => {
    const others = recentWork
      .read(value)
      .filter(({ collection, id }) => collection !== changed.collection || id !== changed.id)
    return { documents: [changed, ...others].slice(0, maxRemembered) }
  },
}
