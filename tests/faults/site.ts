import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { articleText } from '../fixtures/articleText.ts'

const linkTo = (number: number, subject: string, slug: string): string =>
  `related_article${number}:\n    id: 1\n    title: >-\n        A title\n    subject: Test\n    url: /learn/${subject}/questions/${slug}`

const answer = (text: string): string => `answer: >-\n    ${text}`

type Articles = Record<string, Record<string, string>>

const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at}`)

const plain = (subject: string, slugs: readonly string[]): Articles =>
  Object.fromEntries(slugs.map((slug) => [`${subject}/${slug}`, {}]))

/** What editors change after the first delivery: the author of articles, by slug. */
export const edits = { merged: 'Somebody', conflicting: 'An editor' }

const before: Articles = {
  ...plain('algebra', ['merged', 'conflicting', 'updated', 'linking', ...names('same', 5)]),
  ...plain('zoology', ['gone-0', 'gone-1', ...names('kept', 4)]),
}

const after: Articles = {
  ...plain('algebra', names('same', 5)),
  ...plain('algebra', names('new', 10)),
  ...plain('zoology', names('kept', 4)),
  'algebra/merged': { answer: answer('Another answer.') },
  'algebra/conflicting': { author: 'author: Of the site' },
  'algebra/updated': { answer: answer('Another answer.') },
  // Links to articles of later files, and to nothing.
  'algebra/linking': { 1: linkTo(1, 'zoology', 'last'), 2: linkTo(2, 'algebra', 'nowhere') },
  'algebra/new-0': { 1: linkTo(1, 'algebra', 'new-1'), 2: linkTo(2, 'algebra', 'conflicting') },
  'algebra/new-1': { 1: linkTo(1, 'algebra', 'new-0') },
  // Another spelling of a subject becomes an alias of it.
  'algebra/new-2': { subject: 'subject: Algebra' },
  // A subject that does not exist yet.
  'botany/first': { 1: linkTo(1, 'zoology', 'last') },
  'zoology/last': { 1: linkTo(1, 'algebra', 'merged') },
}

/** The deliveries of a small site, each written as a content root. */
export const deliveries = { before, after }

/** Writes a delivery into a folder, in place of everything else there. */
export const deliver = (folder: string, articles: Articles): void => {
  rmSync(folder, { force: true, recursive: true })
  for (const [name, lines] of Object.entries(articles)) {
    const [subject = '', slug = ''] = name.split('/')
    const file = path.join(folder, 'learn', `${name}.md`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, articleText(subject, slug, lines))
  }
}
