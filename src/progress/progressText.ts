import type { Progress } from './phases.ts'
import { duration } from './duration.ts'
import type { Pace } from './pace.ts'
import { phaseWords } from './phaseWords.ts'

const number = new Intl.NumberFormat('en-US')

const counted = (done: number, unit: string): string =>
  `${number.format(done)} ${done === 1 ? unit.slice(0, -1) : unit}`

const rate = (perSecond: number): string =>
  perSecond < 9.95 ? perSecond.toFixed(1) : number.format(Math.round(perSecond))

/** The name of a phase with its subject: `Migrating the database (20260101_schema)`. */
export const phaseTitle = ({ about, phase }: Progress): string => {
  const { doing } = phaseWords[phase]
  if (about === undefined) return doing
  return phase === 'wait' ? `${doing} for ${about}` : `${doing} (${about})`
}

/** The progress of a phase: `Importing: 12,300 of 35,915 files, 41 a second, 9 min left`. */
export const progressText = (progress: Progress, { perSecond, secondsLeft }: Pace): string => {
  const { done, phase, total } = progress
  const { unit } = phaseWords[phase]
  const title = phaseTitle(progress)
  if (unit === undefined || (done === 0 && total === undefined)) return `${title} …`
  if (phase === 'wait') return `${title}; it has done ${counted(done, unit)}`
  const parts = [
    total === undefined ? counted(done, unit) : `${number.format(done)} of ${counted(total, unit)}`,
    ...(perSecond === undefined || perSecond < 0.05 ? [] : [`${rate(perSecond)} a second`]),
    ...(secondsLeft === undefined ? [] : [`${duration(Math.max(1, Math.round(secondsLeft)))} left`]),
  ]
  return `${title}: ${parts.join(', ')}`
}

/** The result of a phase: `Importing: 35,915 files in 14 min.` */
export const phaseResult = (progress: Progress, seconds: number): string => {
  const { done, phase } = progress
  const { unit } = phaseWords[phase]
  const count = unit === undefined || phase === 'wait' ? '' : `${counted(done, unit)} in `
  return `${phaseTitle(progress)}: ${count}${duration(seconds)}.`
}
