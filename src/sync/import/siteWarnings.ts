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

/** The part of each imported file that is kept in memory until the end, for warnings; small, since there may be many. */
type Noted = {
  path: string
  links: { url: string; line: number }[]
  shared?: { value: number; line: number; column: number }
}

const batchSize = 200

/** Warnings that require all files to be imported: links that lead nowhere, ids that repeat. */
export const siteWarnings = (mapping: Mapping) => {
  const noted: Noted[] = []
  const keys = new Set<string>()

  const note = ({ frontMatter, path, record }: SourceFile): void => {
    const key = record.fields[mapping.key]
    if (typeof key === 'string') keys.add(key)
    const field = mapping.repeatableId
    const value = field === undefined ? undefined : record.fields[field]
    const node = field === undefined ? undefined : nodeAt(frontMatter, keyOf(mapping, field))
    noted.push({
      path,
      links: record.links.map(({ url, line }) => ({ url, line })),
      ...(typeof value === 'number' && node
        ? { shared: { value, line: node.line, column: node.column } }
        : {}),
    })
  }

  const unresolved = async (payload: Payload): Promise<Problem[]> => {
    const known = await linkIds(
      payload,
      mapping,
      noted.flatMap(({ links }) => links.flatMap(({ url }) => (keys.has(url) ? [] : [url]))),
    )
    return noted.flatMap(({ links, path }) =>
      links
        // In a dry run nothing is written, so files that would be imported count as documents.
        .filter(({ url }) => !known.has(url) && !keys.has(url))
        .map(({ url, line }): Problem => ({
          severity: 'warning',
          path,
          line,
          column: 1,
          code: 'unresolved-link',
          message: `No document has the URL ${url}.`,
          remedy: 'The link is kept and resolves when its target arrives; correct the URL if it is wrong.',
        })),
    )
  }

  const sharedIds = async (payload: Payload): Promise<Problem[]> => {
    const field = mapping.repeatableId
    if (field === undefined) return []
    const counts = new Map<number, number>()
    const values = [...new Set(noted.flatMap(({ shared }) => shared?.value ?? []))]
    for (const some of chunks(values, batchSize)) {
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
    return noted.flatMap(({ path, shared }): Problem[] => {
      const count = shared ? (counts.get(shared.value) ?? 0) : 0
      if (!shared || count < 2) return []
      return [
        {
          severity: 'warning',
          path,
          line: shared.line,
          column: shared.column,
          code: 'shared-id',
          message: `${count} files share the ID ${shared.value}.`,
          remedy:
            'Nothing to do if one question is in several subjects; otherwise give one of them a new ID.',
        },
      ]
    })
  }

  return {
    note,
    list: async (payload: Payload): Promise<Problem[]> => [
      ...(await unresolved(payload)),
      ...(await sharedIds(payload)),
    ],
  }
}
