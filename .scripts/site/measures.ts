/** What was counted in a real site of this many articles. Everything below refers to that number. */
const articles = 35_915

/** Counts of the real site: how many of its articles, links or groups are of a kind. */
export const measures = {
  /** Articles that no link leads to and that have none. */
  isolated: 9_291,
  /** Articles that are linked to and have no links. */
  onlyTargets: 1_009,
  /** Articles that have links and are not linked to. */
  onlySources: 1_101,
  /** Articles with one, two, three, four links; the other sources have five. */
  sourcesWith: [1_600, 2_375, 2_880, 5_657],
  /** Articles that list one of their targets twice. */
  repeating: 5_385,
  linkedToThemselves: 2,
  danglingLinks: 310,
  danglingTargets: 82,
  /** Links that show another id or title than their target has. */
  staleIds: 2_970,
  staleTitles: 85,
  /** Groups of articles of different subjects with the same question, and how many of them are three. */
  twins: 2_609,
  triplets: 72,
  /** Groups of twins that share their id too, and that do not share their answer. */
  sharedIds: 2_402,
  differentAnswers: 147,
  /** Articles with plain titles: most have no score and no links, some have a score. */
  plainWithoutScore: 7_851,
  plainWithScore: 285,
  blankLineBeforeClosing: 1_832,
  noIndex: 67,
  /** Articles with an id below zero, all of the last day. */
  negativeIds: 13,
  /** Answers without a line break. */
  oneLine: 112,
  headings: 9_700,
  numbered: 28_250,
  nestedLists: 5_099,
  math: 3_300,
  /** Answers with LaTeX commands that begin like the escape of a line break, and with a doubled backslash. */
  escapeLikeCommands: 155,
  doubledBackslashes: 126,
  code: 399,
  tables: 46,
  webLinks: 13,
  htmlLike: 57,
  cutOff: 400,
}

/** The number of `count` things of the real site that belong in a site of `size` articles. */
export const shareOf = (count: number, size: number): number => Math.round((count * size) / articles)

/** Lengths in characters at 0, 1, 5, 10, 25, 50, 75, 90, 95, 99 and 100 percent of the real texts. */
export const lengths = {
  answer: [185, 430, 1065, 1491, 2001, 2461, 2825, 3151, 3340, 3755, 4966],
  description: [86, 133, 156, 169, 193, 218, 245, 273, 290, 331, 391],
  keywords: [64, 103, 129, 146, 170, 198, 233, 271, 292, 341, 544],
}

const percents = [0, 1, 5, 10, 25, 50, 75, 90, 95, 99, 100]

/** The length at a point of a distribution, in thousandths: 500 is the median. */
export const lengthAt = (distribution: readonly number[], thousandth: number): number => {
  const at = Math.max(
    1,
    percents.findIndex((percent) => percent * 10 >= thousandth),
  )
  const [from = 0, to = 0] = percents.slice(at - 1, at + 1).map((percent) => percent * 10)
  const [low = 0, high = 0] = distribution.slice(at - 1, at + 1)
  return low + Math.floor(((high - low) * (thousandth - from)) / (to - from))
}
