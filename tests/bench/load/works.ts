import { generateSite } from '../../../.scripts/site/generateSite.ts'
import { articleMapping } from '../../../collections/articleMapping.ts'
import { auditFiles } from '../../../src/sync/audit/auditFiles.ts'
import { exportFiles } from '../../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { folderOf, type Site } from '../scale/bootSite.ts'
import { runBeside } from './runBeside.ts'

/** Work on a whole site that runs until it is done or aborted, in a folder that is created before. */
export type Work = {
  name: string
  folder: () => ReturnType<typeof folderOf>
  run: (folder: string, signal: AbortSignal) => Promise<unknown>
}

/** An import of `files` new files, a full export and a full audit: in this process, then in a separate one. */
export const worksOf = ({ payload }: Site, files: number): Work[] => {
  const options = { payload, mappings: [articleMapping] }
  const empty = () => folderOf([])
  // The site itself is generated with another seed.
  const newFiles = (seed: number) => () => folderOf(generateSite({ articles: files, seed }))
  return [
    {
      name: 'import, in process',
      folder: newFiles(2),
      run: (folder, signal) => importFiles({ ...options, folder, signal }),
    },
    {
      name: 'export, in process',
      folder: empty,
      run: (folder, signal) => exportFiles({ ...options, folder, signal }),
    },
    { name: 'audit, in process', folder: empty, run: (_, signal) => auditFiles({ ...options, signal }) },
    {
      name: 'import, beside',
      folder: newFiles(3),
      run: (folder, signal) => runBeside(['import', folder], signal),
    },
    { name: 'export, beside', folder: empty, run: (folder, signal) => runBeside(['export', folder], signal) },
    { name: 'audit, beside', folder: empty, run: (_, signal) => runBeside(['audit'], signal) },
  ]
}
