import { duration } from '../../../progress/duration.ts'

export type Tone = 'good' | 'bad' | 'open'

const words: Record<string, { label: string; tone: Tone }> = {
  running: { label: 'Running', tone: 'open' },
  done: { label: 'Done', tone: 'good' },
  errors: { label: 'Done, with errors', tone: 'bad' },
  interrupted: { label: 'Interrupted', tone: 'bad' },
  failed: { label: 'Failed', tone: 'bad' },
}

/** How a status of a run reads, and how it looks. */
export const statusWords = (status: string): { label: string; tone: Tone } =>
  words[status] ?? { label: status, tone: 'open' }

/** How long a run took, in words; undefined while it goes on. */
export const durationWords = (startedAt?: string, finishedAt?: string): string | undefined => {
  const seconds = (Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '')) / 1000
  return Number.isFinite(seconds) && seconds >= 0 ? duration(seconds) : undefined
}
