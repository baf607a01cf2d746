const shortest = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** A duration for people, with sensible precision: `0.4 s`, `14 s`, `9 min`, `2 h 5 min`; in German, `0,4 s`. */
export const duration = (seconds: number, language = 'en'): string => {
  if (seconds < 9.95)
    return `${Number.isInteger(seconds) ? seconds : seconds.toLocaleString(language, shortest)} s`
  if (seconds < 99.5) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`
}
