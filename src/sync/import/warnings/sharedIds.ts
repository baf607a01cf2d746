import { setImmediate as turn } from 'node:timers/promises'

import { rowsOf } from '../../../documents/rows.ts'
import { nodeAt } from '../../../frontMatter/parse.ts'
import { documentValue } from '../../../mapping/documentValue.ts'
import type { Problem } from '../../../problems/problems.ts'
import { keyOf } from '../../resolveRelations.ts'
import type { SourceFile } from '../types.ts'
import type { CheckedFiles } from './checkedFiles.ts'
import { numberList } from '../numberList.ts'

const idsAtOnce = 200

const numbersPerFile = 4

const problemOf = (
  place: Pick<Problem, 'path' | 'line' | 'column'>,
  count: number,
  value: number,
): Problem => ({
  severity: 'warning',
  ...place,
  code: 'shared-id',
  message: `${count} files share the ID ${value}.`,
  remedy: 'Nothing to do if one question is in several subjects; otherwise give one of them a new ID.',
})

/** Finds ids that several files have, in a mapping that allows it, once all files are imported. */
export const sharedIds = ({ mapping, onProgress, paths, payload }: CheckedFiles) => {
  const field = mapping.repeatableId
  // For each file its id, the line and the column of that, and the position of the path.
  const places = numberList()

  const countsIn = async (values: readonly number[]): Promise<Map<number, number>> => {
    const counts = new Map<number, number>()
    if (field === undefined) return counts
    await turn()
    const rows = await rowsOf(payload).find({
      collection: mapping.collection,
      select: { [field]: true },
      sort: field,
      where: { [field]: { in: values } },
    })
    for (const row of rows) {
      const value = documentValue(row, field)
      if (typeof value === 'number') counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  }

  /** The ids that several documents have, with their numbers. */
  const repeated = async (): Promise<Map<number, number>> => {
    const ids = places
      .all()
      .filter((_, at) => at % numbersPerFile === 0)
      .sort()
    const shared = new Map<number, number>()
    for (let at = 0; at < ids.length; at += idsAtOnce) {
      onProgress?.({ phase: 'check', done: at, total: ids.length })
      const counts = await countsIn([...new Set(ids.subarray(at, at + idsAtOnce))])
      for (const [value, count] of counts) if (count >= 2) shared.set(value, count)
    }
    return shared
  }

  return {
    note: ({ frontMatter, record }: SourceFile, position: number): void => {
      const value = field === undefined ? undefined : record.fields[field]
      const node = field === undefined ? undefined : nodeAt(frontMatter, keyOf(mapping, field))
      if (typeof value !== 'number' || !node) return
      places.push(value, node.line, node.column, position)
    },
    list: async (): Promise<Problem[]> => {
      const shared = await repeated()
      const all = places.all()
      const problems: Problem[] = []
      for (let at = 0; at < all.length; at += numbersPerFile) {
        const [value = 0, line = 1, column = 1, position = 0] = all.subarray(at, at + numbersPerFile)
        const count = shared.get(value)
        const path = count === undefined ? undefined : paths.at(position)
        if (count !== undefined && path !== undefined)
          problems.push(problemOf({ path, line, column }, count, value))
      }
      return problems
    },
  }
}
