import { readFileSync } from 'node:fs'
import path from 'node:path'

import { isRecord } from '../../src/documents/documents.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { makeTree } from '../files/makeTree.ts'
import { type Blog, bootBlog, type BlogOptions } from './bootBlog.ts'

type Values = Record<string, unknown>

/** Full access for everybody, since tests read and edit documents in one locale over REST. */
const open = () => true
export const openAccess = { create: open, read: open, update: open, delete: open }

/** Boots a blog in several locales with a content root `site`, and returns helpers for tests. */
export const bootLanguages = async (options: BlogOptions, files: Record<string, string>) => {
  const blog: Blog = await bootBlog(options)
  const folder = path.join(blog.folder, 'site')
  await makeTree(folder, files)

  /** Sends a request to the REST API; throws with the response if it refuses. */
  const ask = async (target: string, method = 'GET', data?: object): Promise<Values> => {
    const body = data && { body: JSON.stringify(data), headers: { 'Content-Type': 'application/json' } }
    const response = await blog.ask(target, { method, ...body })
    const answer: unknown = await response.json()
    if (!response.ok || !isRecord(answer)) throw new Error(JSON.stringify(answer))
    return answer
  }
  /** A document in one locale, without a fallback. */
  const read = async (where: Record<string, string>, locale: string, draft = false): Promise<Values> => {
    const [[field, value] = ['', '']] = Object.entries(where)
    const asked = `where[${field}][equals]=${value}&locale=${locale}&fallback-locale=none&trash=true&draft=${draft}`
    const { docs } = await ask(`posts?${asked}`)
    const found: unknown = Array.isArray(docs) ? docs[0] : undefined
    return isRecord(found) ? found : {}
  }
  return {
    blog,
    folder,
    ask,
    read,
    /** Changes values of a document in one locale, optionally as a draft. */
    edit: async (
      where: Record<string, string>,
      locale: string,
      data: object,
      draft = false,
    ): Promise<void> => {
      const { id } = await read(where, locale)
      await ask(`posts/${String(id)}?locale=${locale}&draft=${draft}`, 'PATCH', data)
    },
    write: (changes: Record<string, string>) => makeTree(folder, changes),
    textAt: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
    importAll: (more: Partial<Parameters<typeof importFiles>[0]> = {}) =>
      importFiles({ ...blog, folder, ...more }),
    exportAll: (more: Partial<Parameters<typeof exportFiles>[0]> = {}) =>
      exportFiles({ ...blog, folder, ...more }),
  }
}

export type Languages = Awaited<ReturnType<typeof bootLanguages>>
