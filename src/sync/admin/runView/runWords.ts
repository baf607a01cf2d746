import { duration } from '../../../progress/duration.ts'
import type { AnswerbookKey, TranslationValues } from '../../../translations/translate.ts'
import { isExportCount, isImportCount } from '../../report.ts'
import type { RunOptions } from './storedRun.ts'

type Translate = (key: AnswerbookKey, values?: TranslationValues) => string

export type Tone = 'good' | 'bad' | 'open'

const kinds = ['import', 'export'] as const
const triggers = ['command', 'migration', 'admin'] as const
const tones = {
  running: 'open',
  done: 'good',
  errors: 'bad',
  interrupted: 'bad',
  failed: 'bad',
} as const
const sides = ['file', 'cms', 'both'] as const

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  names.some((known) => known === name)

const isCount = (name: string) => isImportCount(name) || isExportCount(name)

const isStatus = (status: string): status is keyof typeof tones => status in tones

/** The appearance of a run's status. */
export const toneOf = (status: string): Tone => (isStatus(status) ? tones[status] : 'open')

const optionWords = (t: Translate, options: RunOptions): string[] => {
  const { deleteMissing, drafts, full, maxDelete, overwrite, takeConflicts } = options
  const deleting =
    maxDelete !== undefined
      ? t('answerbook:runs:deleteMissingUpTo', { max: maxDelete })
      : t('answerbook:runs:deleteMissing')
  return [
    ...(deleteMissing ? [deleting] : []),
    ...(takeConflicts ? [t(`answerbook:runs:takeConflicts:${takeConflicts}`)] : []),
    ...(overwrite ? [t('answerbook:runs:overwrite')] : []),
    ...(full ? [t('answerbook:runs:full')] : []),
    ...(drafts ? [t('answerbook:runs:drafts')] : []),
  ]
}

/** The names stored in the history of runs, translated; an unknown name is returned unchanged. */
export const runWords = (t: Translate) => ({
  kind: (name: string): string => (isOneOf(kinds, name) ? t(`answerbook:runs:kind:${name}`) : name),
  status: (name: string): string => (isStatus(name) ? t(`answerbook:runs:status:${name}`) : name),
  trigger: (name: string): string => (isOneOf(triggers, name) ? t(`answerbook:runs:trigger:${name}`) : name),
  count: (name: string): string => (isCount(name) ? t(`answerbook:runs:counts:${name}`) : name),
  outcome: (name: string): string =>
    isCount(name) || name === 'noted' ? t(`answerbook:results:outcomes:${name}`) : name,
  side: (name: string): string => (isOneOf(sides, name) ? t(`answerbook:results:sides:${name}`) : name),
  options: (options: RunOptions): string[] => optionWords(t, options),
})

/** How long a run took, in words; undefined while it is running. */
export const durationWords = (
  language: string,
  startedAt?: string,
  finishedAt?: string,
): string | undefined => {
  const seconds = (Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '')) / 1000
  return Number.isFinite(seconds) && seconds >= 0 ? duration(seconds, language) : undefined
}
