import type { Located } from './located.ts'

export type Marker = {
  /** A bullet, or the number with its delimiter. */
  sign: string
  /** The number; undefined for a bullet. */
  number: number | undefined
  /** Columns from the start of the marker to the content. */
  width: number
}

/** The marker of a list item in a text. */
export const markerOf = ({ start, end }: Located, text: string): Marker => {
  const [, sign = '-', spaces = ''] =
    /^([-+*]|\d+[.)])([ \t]*)/.exec(text.slice(start, Math.min(end, start + 24))) ?? []
  const isUsual = /^ {1,4}$/.test(spaces)
  const number = /^\d/.test(sign) ? Number.parseInt(sign, 10) : undefined
  return { sign, number, width: sign.length + (isUsual ? spaces.length : 1) }
}

/** Whether the numbers of a list count up by one, so that an added item moves those after it. */
export const countsUp = (markers: Marker[]): boolean =>
  markers.every(({ number }, at) => number === (markers[0]?.number ?? 0) + at)

/** The source of an item with another number. A wider number moves the further lines by as much. */
export const renumbered = (source: string, number: number): string => {
  const old = /^\d+/.exec(source)?.[0]
  if (old === undefined || Number(old) === number) return source
  const rest = source.slice(old.length)
  const wider = String(number).length - old.length
  return `${number}${wider > 0 ? rest.replaceAll(/(?<=[\r\n])(?=[ \t]+\S)/g, ' '.repeat(wider)) : rest}`
}
