import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pMap from 'p-map'
import type { Payload, Where } from 'payload'

import { slugsOf } from '../../../src/documents/registeredOptions.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import type { Mapping } from '../../../src/mapping/types.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { compare, type Figure } from './figure.ts'

const pageSize = 200

/** Reads all rows of the documents and their files, and writes the stored texts to a folder. */
const readAndWrite = async (payload: Payload, { collection }: Mapping, folder: string): Promise<void> => {
  const rows = rowsOf(payload)
  const files = slugsOf(payload).files
  let last = ''
  const made = new Set<string>()
  for (;;) {
    const where: Where = last === '' ? {} : { id: { greater_than: last } }
    const documents = await rows.find({ collection, limit: pageSize, sort: 'id', where })
    if (documents.length === 0) return
    last = String(documents.at(-1)?.id)
    const ids = documents.map(({ id }) => String(id))
    const found = await rows.find({ collection: files, where: { document: { in: ids } } })
    await pMap(
      found,
      async (row) => {
        const file = path.join(folder, String(row.path))
        if (!made.has(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true })
        made.add(path.dirname(file))
        await writeFile(file, String(row.text))
      },
      { concurrency: 16 },
    )
  }
}

export type ExportOptions = { payload: Payload; mapping: Mapping; rounds?: number }

/**
 * A full export into an empty folder against reading the rows and writing the stored texts, and an export that changes
 * nothing against a full one.
 */
export const measureExport = async ({ mapping, payload, rounds = 3 }: ExportOptions): Promise<Figure[]> => {
  const root = mkdtempSync(path.join(tmpdir(), 'answerbook-export-'))
  let number = 0
  const fresh = (): string => {
    rmSync(path.join(root, String(number)), { force: true, recursive: true })
    number += 1
    return path.join(root, String(number))
  }
  try {
    const full = await compare(
      'full export / rows and files',
      {
        ours: () => exportFiles({ payload, mappings: [mapping], folder: fresh(), full: true }),
        baseline: () => readAndWrite(payload, mapping, fresh()),
      },
      rounds,
    )
    const folder = fresh()
    const run = (isFull: boolean) => exportFiles({ payload, mappings: [mapping], folder, full: isFull })
    // The first one writes the files, the second one learns their status.
    for (let round = 0; round < 2; round += 1) await run(false)
    const none = await compare(
      'export that changes nothing',
      { ours: () => run(false), baseline: () => Promise.resolve() },
      rounds,
    )
    return [
      full,
      { ...none, name: `${none.name} / full export`, baseline: full.ours, ratio: none.ours / full.ours },
    ]
  } finally {
    rmSync(root, { force: true, recursive: true })
  }
}
