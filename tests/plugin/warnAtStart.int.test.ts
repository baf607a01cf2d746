import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterEach, describe, expect, it, vi } from 'vitest'

import { missingComponents } from '../../src/plugin/missingComponents.ts'
import { warnAtStart } from '../../src/plugin/warnAtStart.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { makeTree } from '../files/makeTree.ts'
import { type Blog, bootBlog, type BlogOptions, postFields, postText } from '../helpers/bootBlog.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

describe.skipIf(skipped())(`the log at start on ${database}`, () => {
  let blog: Blog
  afterEach(() => blog?.close())

  const said = async (options: BlogOptions): Promise<string[]> => {
    blog = await bootBlog(options)
    const lines: string[] = []
    const note = (line: unknown): void => void lines.push(String(line))
    vi.spyOn(blog.payload.logger, 'warn').mockImplementation(note)
    vi.spyOn(blog.payload.logger, 'error').mockImplementation(note)
    await warnAtStart(blog.payload, blog.mappings)
    return lines
  }

  it('the log is empty if everything works', async () => {
    expect(await said({})).toEqual([])
  })

  it('the log names required fields that nothing fills', async () => {
    const required = { type: 'text', required: true } as const
    const fields = [
      ...postFields(),
      { ...required, name: 'owner' },
      { ...required, name: 'kind' },
      { ...required, name: 'place', defaultValue: 'here' },
    ]
    expect(await said({ posts: { fields }, mapping: { values: { kind: 'post' } } })).toEqual([
      expect.stringMatching(/^Files of "posts" do not contain its required owner: .*--set/),
    ])
  })

  it('the log names ids of documents that files do not contain, as an import does', async () => {
    const fields = [{ name: 'id', type: 'text', required: true } as const, ...postFields()]
    expect(await said({ posts: { fields } })).toEqual([
      expect.stringMatching(/^Documents of "posts" have custom ids.*bind a key to "id"/),
    ])
    await makeTree(blog.folder, { 'posts/one.md': postText('One') })
    const { problems } = await importFiles(blog)
    expect(problems.map(({ code, remedy }) => [code, remedy])).toEqual([
      ['invalid-document', expect.stringMatching(/^Bind a key of the files to "id"/)],
    ])
  })

  it('the log says how to get transactions', async () => {
    expect(await said({ transactions: false })).toEqual([expect.stringContaining('"transactionOptions: {}"')])
  })

  describe('about the import map', () => {
    it('the log names the components that the import map lacks', async () => {
      blog = await bootBlog()
      const all = await missingComponents(Object.assign(blog.payload, { importMap: { other: null } }))
      expect(all).toContain('answerbook/rsc#MarkdownView')
      expect(all).toContain('answerbook/client#MarkdownField')
      const known = Object.fromEntries(all.slice(1).map((name) => [name, null]))
      Object.assign(blog.payload, { importMap: known })
      expect(await missingComponents(blog.payload)).toEqual(all.slice(0, 1))
    })

    it('the import map is read from its file if Payload has not loaded it, and ignored if missing', async () => {
      blog = await bootBlog()
      const { admin } = blog.payload.config
      const folder = path.join(blog.folder, 'src/app/(payload)/admin')
      mkdirSync(folder, { recursive: true })
      Object.assign(admin.importMap, { baseDir: blog.folder, importMapFile: undefined })
      vi.spyOn(process, 'cwd').mockReturnValue(blog.folder)
      expect(await missingComponents(blog.payload)).toEqual([])
      writeFileSync(path.join(folder, 'importMap.js'), 'export const importMap = {}\n')
      const all = await missingComponents(blog.payload)
      expect(all.length).toBeGreaterThan(1)
      writeFileSync(path.join(folder, 'importMap.js'), all.map((name) => `"${name}": x,`).join('\n'))
      expect(await missingComponents(blog.payload)).toEqual([])
      vi.restoreAllMocks()
    })
  })
})
