import type { SiteFile } from '../../../../.scripts/site/generateSite.ts'
import { articleMapping } from '../../../../collections/articleMapping.ts'
import { exportedFile } from '../../../../src/sync/export/exportedFile.ts'
import { importFiles } from '../../../../src/sync/import/importFiles.ts'
import type { Act } from '../act.ts'
import { folderOf, type Site } from '../bootSite.ts'
import { save } from './saving.ts'

/** The import and export of one changed file of the site. */
export const syncing = (site: Site): Act[] => {
  const { payload } = site
  let file: SiteFile
  let made = folderOf([])
  let id = ''
  const bring = async (text: string): Promise<void> => {
    made.remove()
    made = folderOf([{ path: file.path, text }])
    const { rejected, updated } = await importFiles({
      payload,
      mappings: [articleMapping],
      folder: made.folder,
    })
    if (rejected > 0 || updated !== 1) throw new Error(`${file.path} was not imported.`)
  }
  return [
    {
      name: 'import one changed file',
      before: () => Promise.resolve((file = site.nextFile())),
      run: () => bring(file.text.replace('\nsubject: ', ' Changed.\nsubject: ')),
      after: async () => {
        await bring(file.text)
        made.remove()
      },
    },
    {
      name: 'export one changed article',
      before: async () => {
        const article = await site.load(site.nextFile())
        id = String(article.id)
        await save(site, id, { answer: `${String(article.answer)} Changed.`, _status: 'published' })
        return article
      },
      run: async () => {
        const exported = await exportedFile(await site.request(), articleMapping, id)
        if (!('text' in exported)) throw new Error(exported.reason)
      },
      after: async () => {
        const { answer } = await payload.findByID({ collection: 'articles', depth: 0, id })
        await save(site, id, { answer: answer.replace(/ Changed\.$/, ''), _status: 'published' })
      },
    },
  ]
}
