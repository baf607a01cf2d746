import type { Payload } from 'payload'

import { chunks } from '../../documents/pages.ts'
import type { UndecidedFile } from '../fileResults.ts'
import { fileRecordsOf } from '../records/fileRecords.ts'
import { resultsOf } from '../records/resultPages.ts'

/** A field of a file for which nobody has chosen a side. */
export type OpenConflict = {
  path: string
  scope: string
  field: string
  /** For a file whose text is not in the file records: that text, and all fields in conflict. */
  undecided?: UndecidedFile & { fields: readonly string[] }
}

const pageSize = 300

/** The conflicts that a run has found and that are still open, in order. */
export async function* openConflicts(
  payload: Payload,
  run: string,
): AsyncGenerator<OpenConflict, void, undefined> {
  for await (const results of resultsOf(payload, run).all(['conflicts'])) {
    for (const page of chunks(results, pageSize)) {
      for (const scope of new Set(page.map((result) => result.scope ?? ''))) {
        const own = page.filter((result) => (result.scope ?? '') === scope)
        const known = await fileRecordsOf(payload, undefined, scope).known(own.map(({ path }) => path))
        for (const { fields: found, path, undecided } of own) {
          const row = known.get(path)
          const fields = found.map(({ field }) => field)
          // Once somebody has chosen a side of one field, the file records name the others.
          if (undecided && row?.digest === undefined)
            for (const field of fields) yield { path, scope, field, undecided: { ...undecided, fields } }
          else for (const field of row?.conflicts ?? []) yield { path, scope, field }
        }
      }
    }
  }
}
