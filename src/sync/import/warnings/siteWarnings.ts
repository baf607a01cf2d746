import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import { nodeAt } from '../../frontMatter/parse.ts'
import type { Problem } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { chunks } from '../../documents/pages.ts'
import { rowsOf } from '../../documents/rows.ts'
import { keyOf } from '../resolveRelations.ts'
import { linkIds } from './linkIds.ts'
import type { SourceFile } from './types.ts'

const batchSize = 200

/** Texts with numbers, each text once. A text from a file is a part of that file for V8, so it is copied. */
const textTable = () => {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  return {
    texts,
    numberOf: (text: string): number => {
      const known = numbers.get(text)
      if (known !== undefined) return known
      const copy = Buffer.from(text).toString()
      numbers.set(copy, texts.length)
      return texts.push(copy) - 1
    },
  }
}

/** A problem of a file at a line and a column. */
type Placed = Pick<Problem, 'path' | 'line' | 'column'>

const unresolvedLink = (place: Placed, url: string): Problem => ({
  severity: 'warning',
  ...place,
  code: 'unresolved-link',
  message: `No document has the URL ${url}.`,
  remedy: 'The link is kept and resolves when its target arrives; correct the URL if it is wrong.',
})

const sharedId = (place: Placed, count: number, value: number): Problem => ({
  severity: 'warning',
  ...place,
  code: 'shared-id',
  message: `${count} files share the ID ${value}.`,
  remedy: 'Nothing to do if one question is in several subjects; otherwise give one of them a new ID.',
})

/** Warnings that require all files to be imported: links that lead nowhere, ids that repeat. */
export const siteWarnings = (mapping: Mapping) => {
  const { numberOf, texts } = textTable()
  const paths: string[] = []
  const keys = new Set<number>()
  // Numbers, since a large site has millions of links: for each link its file, URL and line, one after the other.
  const links: number[] = []
  // For each file with an id: the file, the id, its line and its column.
  const ids: number[] = []

  const note = ({ frontMatter, path, record }: SourceFile): void => {
    const file = paths.push(path) - 1
    const key = record.fields[mapping.key]
    if (typeof key === 'string') keys.add(numberOf(key))
    for (const { line, url } of record.links) links.push(file, numberOf(url), line)
    const field = mapping.repeatableId
    const value = field === undefined ? undefined : record.fields[field]
    const node = field === undefined ? undefined : nodeAt(frontMatter, keyOf(mapping, field))
    if (typeof value === 'number' && node) ids.push(file, value, node.line, node.column)
  }

  const unresolved = async (payload: Payload): Promise<Problem[]> => {
    const linked = new Set<number>()
    for (let at = 1; at < links.length; at += 3) linked.add(links[at] ?? 0)
    // In a dry run nothing is written, so files that would be imported count as documents.
    const urls = [...linked].filter((url) => !keys.has(url))
    const known = await linkIds(
      payload,
      mapping,
      urls.map((url) => texts[url] ?? ''),
    )
    const missing = new Set(urls.filter((url) => !known.has(texts[url] ?? '')))
    const problems: Problem[] = []
    for (let at = 0; at < links.length; at += 3) {
      const [file = 0, url = 0, line = 1] = links.slice(at, at + 3)
      if (missing.has(url))
        problems.push(unresolvedLink({ path: paths[file] ?? '', line, column: 1 }, texts[url] ?? ''))
    }
    return problems
  }

  const sharedIds = async (payload: Payload): Promise<Problem[]> => {
    const field = mapping.repeatableId
    if (field === undefined) return []
    const counts = new Map<number, number>()
    const values = new Set<number>()
    for (let at = 1; at < ids.length; at += 4) values.add(ids[at] ?? 0)
    for (const some of chunks([...values], batchSize)) {
      await turn()
      const rows = await rowsOf(payload).find({
        collection: mapping.collection,
        select: { [field]: true },
        sort: field,
        where: { [field]: { in: some } },
      })
      for (const row of rows) {
        const value = documentValue(row, field)
        if (typeof value === 'number') counts.set(value, (counts.get(value) ?? 0) + 1)
      }
    }
    const problems: Problem[] = []
    for (let at = 0; at < ids.length; at += 4) {
      const [file = 0, value = 0, line = 1, column = 1] = ids.slice(at, at + 4)
      const count = counts.get(value) ?? 0
      if (count >= 2) problems.push(sharedId({ path: paths[file] ?? '', line, column }, count, value))
    }
    return problems
  }

  return {
    note,
    list: async (payload: Payload): Promise<Problem[]> => [
      ...(await unresolved(payload)),
      ...(await sharedIds(payload)),
    ],
  }
}
