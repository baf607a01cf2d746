import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Tables } from './tables.ts'

type Row = Record<string, unknown>

// The history of runs contains the interrupted ones; the others are about this program, and not about the site.
const others = /^(answerbook[-_]runs|payload)/

const idPattern = /\b(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g
const timePattern = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z?/g

/** What identifies a row to people, for those that have it. */
const labelOf = (table: string, row: Row): string | undefined => {
  const name = row.url ?? row.slug ?? row.path
  return typeof name === 'string' && /^(articles|subjects|answerbook[-_]files)$/.test(table)
    ? `${table} ${name}`
    : undefined
}

/** A time of this run; others are content. */
const isNow = (time: string): boolean => Math.abs(Date.now() - Date.parse(time)) < 24 * 60 * 60 * 1_000

/** Every row of a database but for ids and times, sorted, each as one line. */
export const stateOf = async (tables: Tables): Promise<string[]> => {
  const all = [...(await tables.rows())].filter(([table]) => !others.test(table))
  const labels = new Map<string, string>()
  for (const [table, rows] of all)
    for (const row of rows) {
      const label = labelOf(table, row)
      if (label !== undefined) labels.set(String(row.id ?? row._id), label)
    }
  const lines = all.flatMap(([table, rows]) =>
    rows.map((row) => {
      // Numbered ids of rows that hold one value of many.
      const entries = Object.entries(row).filter(
        ([name, value]) => name !== 'id' || typeof value === 'string',
      )
      const text = JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))))
      const named = text.replaceAll(idPattern, (id) => labels.get(id) ?? 'id')
      return `${table} ${named.replaceAll(timePattern, (time) => (isNow(time) ? 'time' : time))}`
    }),
  )
  return lines.sort()
}

/** Every file of a folder with its text, sorted, hidden ones too. */
export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name, parentPath }) => path.join(parentPath, name))
        .map((file) => `${path.relative(folder, file)}\n${readFileSync(file, 'utf8')}`)
        .sort()
    : []
