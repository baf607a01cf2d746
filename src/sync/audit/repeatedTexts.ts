import type { Problem } from '../../problems/problems.ts'
import type { ValueBinding } from '../../mapping/bindings.ts'
import { numberOfText } from '../import/numberList.ts'
import { auditedText, type AuditedFields } from './auditedFields.ts'
import type { AuditedFile, SiteCheck } from './check.ts'
import { similarSets } from './similarSets.ts'
import { wordsOf } from './words.ts'

/** The share of the words of two titles, without repeats, that both must have to be similar. */
export const leastSimilarity = 0.8

/** One file with a certain text: where the text is, and a number for what else the file says. */
type Place = Pick<Problem, 'path' | 'line' | 'column'> & { rest: number }

type Groups = Map<string, Place[]>

/** Distinguishes the words of one language and of one tenant from those of others, whose titles may be the same. */
const audienceOf = ({ mapping, record }: AuditedFile): string => {
  const tenant = mapping.within === undefined ? undefined : record.fields[mapping.within]
  return record.locale === undefined && tenant === undefined
    ? ''
    : JSON.stringify([record.locale, tenant]).replaceAll(' ', '')
}

const others = (places: readonly Place[], own: Place): string => {
  const [first, ...rest] = places.filter((place) => place !== own).map(({ path }) => path)
  return rest.length === 0 ? `${first}` : `${first} and ${rest.length} more`
}

const isDiffering = ([first, ...rest]: readonly Place[]): boolean =>
  rest.some(({ rest: number }) => number !== first?.rest)

const warning = (
  { column, line, path }: Place,
  told: Pick<Problem, 'code' | 'message' | 'remedy'>,
): Problem => ({
  severity: 'warning',
  path,
  line,
  column,
  ...told,
})

/** The files whose title others have too; those with different texts first, since readers find either. */
const repeatedTitles = (titles: Groups): Problem[] =>
  [...titles.values()]
    .filter((places) => places.length > 1)
    .toSorted((a, b) => Number(isDiffering(b)) - Number(isDiffering(a)))
    .flatMap((places) =>
      places.map((place) =>
        warning(place, {
          code: 'duplicate-title',
          message: `The title is also that of ${others(places, place)}, with ${isDiffering(places) ? 'different texts' : 'the same text'}.`,
          remedy: isDiffering(places)
            ? 'Merge the texts, or make the titles say how they differ.'
            : 'Nothing if one question is in several subjects; otherwise delete one.',
        }),
      ),
    )

const similarTitles = async (titles: Groups): Promise<Problem[]> => {
  const groups = [...titles]
  const found = await similarSets(
    groups.map(([title]) => new Set(title.split(' '))),
    leastSimilarity,
  )
  return [...found].flatMap(([group, { count, similarity, to }]) => {
    const [, [other] = []] = groups[to] ?? []
    const more = count > 1 ? ` (${count - 1} more are similar)` : ''
    const share = Math.round(100 * similarity)
    return (groups[group]?.[1] ?? []).map((place) =>
      warning(place, {
        code: 'similar-title',
        message: `The title has ${share} % of its words in common with that of ${other?.path}${more}.`,
        remedy: 'Nothing if they ask for different things; otherwise merge them.',
      }),
    )
  })
}

const repeatedDescriptions = (descriptions: Groups): Problem[] =>
  [...descriptions.values()]
    .filter((places) => places.length > 1)
    .flatMap((places) =>
      places.map((place) =>
        warning(place, {
          code: 'repeated-description',
          message: `The meta description is also that of ${others(places, place)}.`,
          remedy: 'Write one that says what only this page has.',
        }),
      ),
    )

/**
 * Titles that several files have, ignoring case, accents and punctuation, or almost have; and meta descriptions that several
 * files have.
 */
export const repeatedTexts = ({ markdown, metaDescription, title }: AuditedFields): SiteCheck => {
  const titles: Groups = new Map()
  const descriptions: Groups = new Map()
  let duplicates = 0
  let similar = 0

  const noteIn = (groups: Groups, file: AuditedFile, binding: ValueBinding | undefined): void => {
    if (!binding) return
    const { column, line, text } = auditedText(file, binding)
    const audience = audienceOf(file)
    const key = wordsOf(text)
      .map((word) => audience + word)
      .join(' ')
    if (key === '') return
    const content = markdown.map((field) => auditedText(file, field).text.trim())
    const place = { path: file.path, line, column, rest: numberOfText(JSON.stringify(content)) }
    const known = groups.get(key)
    if (known) known.push(place)
    else groups.set(key, [place])
  }

  return {
    note: (file) => {
      noteIn(titles, file, title)
      noteIn(descriptions, file, metaDescription)
    },
    list: async () => {
      const same = repeatedTitles(titles)
      const almost = await similarTitles(titles)
      duplicates = same.length
      similar = almost.length
      return [...same, ...almost, ...repeatedDescriptions(descriptions)]
    },
    counts: () => ({ duplicates, similar }),
  }
}
