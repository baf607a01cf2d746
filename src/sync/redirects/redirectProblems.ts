import type { Problem, ProblemCode } from '../../problems/problems.ts'
import type { Position } from './startsOfItems.ts'

type Place = Position & { path: string }

const problem = (
  { path, line, column }: Place,
  code: ProblemCode,
  message: string,
  remedy: string,
): Problem => ({ severity: 'error', path, line, column, code, message, remedy })

/** Why a redirect of a list was not created, at its place in the file. */
export const redirectProblems = {
  unreadable: (place: Place) =>
    problem(
      place,
      'invalid-redirect',
      'This item does not name an old and a new URL.',
      'Write { "from": "/old", "to": "/new" }.',
    ),
  invalidFrom: (place: Place, from: string) =>
    problem(
      place,
      'invalid-redirect',
      `${JSON.stringify(from)} is not a path of this site from which a redirect is possible.`,
      'Write a path without a query, such as /learn/biology/questions/old-name.',
    ),
  invalidTo: (place: Place, to: string) =>
    problem(
      place,
      'invalid-redirect',
      `${JSON.stringify(to)} is neither a path of this site nor an https address.`,
      'Write a path such as /learn/biology/questions/new-name, or an address with https://.',
    ),
  contradiction: (place: Place, from: string, line: number) =>
    problem(
      place,
      'invalid-redirect',
      `${from} has another target in line ${line}, which was used.`,
      'Remove one of the two.',
    ),
  loop: (place: Place, way: readonly string[]) =>
    problem(
      place,
      'redirect-loop',
      `This redirect leads back to itself: ${way.join(' → ')}.`,
      'Remove one of these redirects.',
    ),
  live: (place: Place, from: string) =>
    problem(
      place,
      'live-url',
      `An article is published at ${from}, which a redirect would hide.`,
      'Remove the redirect, or give the article another URL first.',
    ),
  unknownTarget: (place: Place, to: string) =>
    problem(
      place,
      'unknown-target',
      `No article has the URL ${to}.`,
      'Import the article first, or correct the URL.',
    ),
}
