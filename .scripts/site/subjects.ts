import type { Random } from './random.ts'

export type Subject = {
  /** Name of its folder. */
  slug: string
  /** Its title in files; a few subjects are spelled in two ways. */
  spellings: string[]
  /** How many of 35,915 articles it has, roughly. */
  weight: number
}

// A few subjects have most of the articles, and the last ones almost none.
const table: [title: string, weight: number, otherSpelling?: string][] = [
  ['Astronomy', 3600],
  ['Garden Design', 3300, 'Garden design'],
  ['Seafaring', 3000],
  ['Clocks and Calendars', 2700],
  ['Bridge Building', 2400, 'Bridge building'],
  ['Weather', 2200],
  ['Beekeeping', 2000],
  ['Typography', 1800],
  ['Glass and Ceramics', 1600],
  ['Cartography', 1500],
  ['Railway Studies', 1400, 'Railway studies'],
  ['Acoustics', 1300],
  ['Bread and Grain', 1150],
  ['Lighthouses', 1000],
  ['Knots and Ropes', 900],
  ['Minerals', 800],
  ['Puppetry', 700],
  ['Public Libraries', 600, 'Public libraries'],
  ['Fermentation', 500],
  ['Optics', 450],
  ['Bookbinding', 400],
  ['Canals', 350],
  ['Kites', 300],
  ['Wool and Weaving', 260],
  ['Juggling', 220],
  ['Mosses and Lichens', 190],
  ['Street Lighting', 160],
  ['Board Games', 130],
  ['Locksmithing', 100],
  ['Stage Machinery', 80],
  ['Tide Tables', 60],
  ['Paper Folding', 50],
  ['Snow and Ice', 40],
  ['Bell Ringing', 30],
  ['Dry Stone Walls', 25],
  ['Shorthand', 20],
  ['Hedges', 15],
  ['Sundials', 10],
  ['Barometers', 5],
  ['Windmills', 1],
]

/** The subjects of a generated site. */
export const subjects: Subject[] = table.map(([title, weight, otherSpelling]) => ({
  slug: title.toLowerCase().replaceAll(' ', '-'),
  spellings: otherSpelling === undefined ? [title] : [title, otherSpelling],
  weight,
}))

const total = subjects.reduce((sum, { weight }) => sum + weight, 0)

/** Draws a subject, big ones more often. */
export const drawSubject = (random: Random): Subject => {
  let left = random.between(1, total)
  const drawn = subjects.find(({ weight }) => (left -= weight) <= 0)
  if (!drawn) throw new RangeError('A draw beyond all subjects.')
  return drawn
}
