import type { Translate } from '../../../admin/useWords.ts'
import { phases } from '../../../progress/phases.ts'
import { duration } from '../../../progress/duration.ts'
import type { RunState } from '../runRequests/runAnswers.ts'

const announcedStep = 10

/** What a phase of a run does, in words. */
export const phaseWords = (t: Translate, name: string): string => {
  const phase = phases.find((known) => known === name)
  return phase === undefined ? t('answerbook:progress:starting') : t(`answerbook:progress:phases:${phase}`)
}

/** How far a phase has got, from 0 to 1; undefined if its end is not known. */
export const shareOf = ({ done, total }: RunState): number | undefined =>
  total === undefined || total <= 0 ? undefined : Math.min(1, done / total)

/** Numbers of a phase: how many, how fast and how long it will take. */
export const progressFacts = (t: Translate, language: string, state: RunState): string[] => {
  const shown = (value: number): string => value.toLocaleString(language, { maximumFractionDigits: 0 })
  const { done, perSecond = 0, secondsLeft, total } = state
  return [
    ...(total !== undefined && total > 0
      ? [t('answerbook:progress:of', { done: shown(done), total: shown(total) })]
      : done > 0
        ? [shown(done)]
        : []),
    ...(perSecond >= 1 ? [t('answerbook:progress:rate', { number: shown(perSecond) })] : []),
    ...(secondsLeft === undefined
      ? []
      : [t('answerbook:progress:left', { time: duration(Math.max(1, Math.round(secondsLeft)), language) })]),
  ]
}

/** What a screen reader says: the phase, and its share in steps of 10 %, so that it does not talk all the time. */
export const announcement = (t: Translate, state: RunState): string => {
  const share = shareOf(state)
  const phase = phaseWords(t, state.phase)
  if (share === undefined) return phase
  const percent = Math.floor((share * 100) / announcedStep) * announcedStep
  return t('answerbook:progress:announced', { phase, percent })
}
