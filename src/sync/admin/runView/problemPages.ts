import type { PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { chunks } from '../../../documents/pages.ts'
import { slugsOf } from '../../../documents/registeredOptions.ts'
import { rowsOf } from '../../../documents/rows.ts'
import type { StoredProblem } from './storedRun.ts'

const batchSize = 500

/** The admin pages of the documents whose files have problems, by the files' paths. */
export const problemPages = async (
  { payload }: PayloadRequest,
  problems: readonly StoredProblem[],
): Promise<Record<string, string>> => {
  const adminRoute = payload.config.routes.admin
  const paths = [...new Set(problems.map(({ path }) => path))]
  const pages: Record<string, string> = {}
  for (const some of chunks(paths, batchSize)) {
    const rows = await rowsOf(payload).find({
      collection: slugsOf(payload).files,
      select: { path: true, relationTo: true, document: true },
      sort: 'path',
      where: { path: { in: some } },
    })
    for (const { document, path, relationTo } of rows) {
      if (typeof document !== 'string' || typeof path !== 'string') continue
      pages[path] = formatAdminURL({ adminRoute, path: `/collections/${String(relationTo)}/${document}` })
    }
  }
  return pages
}
