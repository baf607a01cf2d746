import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { NextRequest } from 'next/server'
import type { CollectionConfig } from 'payload'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { documentsOf, isRecord } from '../../src/documents/documents.ts'
import type { Mapping } from '../../src/mapping/types.ts'
import { verifyFiles } from '../../src/sync/export/verifyFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { makeTree } from '../files/makeTree.ts'
import { type Blog, bootBlog, postFields } from '../helpers/bootBlog.ts'
import { database, skipped } from '../helpers/bootPayload.ts'

const page = readFileSync('docs/plugin.md', 'utf8')

// In the project, so that an example finds its packages.
const folder = path.resolve('.build/examples')

/** The exports of an example of the page, by the name in the comment above it. */
const exportsOf = async (name: string): Promise<Record<string, unknown>> => {
  const [, language, source] =
    new RegExp(`<!-- test: ${name} -->\\n\\n\`\`\`(tsx?)\\n([\\s\\S]*?)\`\`\``).exec(page) ?? []
  if (source === undefined) throw new Error(`The page has no example ${name}.`)
  const file = path.join(folder, `${name}-${process.pid}.${language}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, source)
  try {
    return await import(/* @vite-ignore */ pathToFileURL(file).href)
  } finally {
    rmSync(file)
  }
}

const called = async (name: string, exported: string, argument: unknown): Promise<unknown> => {
  const value = (await exportsOf(name))[exported]
  if (typeof value !== 'function') throw new Error(`The example ${name} exports no function ${exported}.`)
  return Reflect.apply(value, undefined, [argument])
}

const isLanguages = (value: unknown): value is { locales: string[] } =>
  isRecord(value) && Array.isArray(value.locales)
const isMapping = (value: unknown): value is Mapping => isRecord(value) && 'frontMatter' in value
const isFields = (value: unknown): value is Pick<CollectionConfig, 'fields'> =>
  isRecord(value) && Array.isArray(value.fields)

describe.skipIf(skipped())(`docs/plugin.md on ${database}`, () => {
  let blog: Blog | undefined
  afterEach(async () => {
    vi.unstubAllGlobals()
    await blog?.close()
    blog = undefined
  })

  it('the answer component shows an answer as HTML', async () => {
    const { Answer } = await exportsOf('answer-component')
    if (typeof Answer !== 'function') throw new Error('The example exports no component.')
    const html = renderToStaticMarkup(
      createElement('main', {}, Reflect.apply(Answer, undefined, [{ markdown: '**a** $b$' }])),
    )
    expect(html).toMatch(/^<main><div><p><strong>a<\/strong> <span class="katex">/)
  })

  it('the mapping with locales gives each locale a file', async () => {
    const example = await exportsOf('languages')
    const { localization, postMapping, posts } = example
    if (!isLanguages(localization) || !isMapping(postMapping) || !isFields(posts))
      throw new Error('The example does not export what it shows.')
    blog = await bootBlog({
      locales: localization.locales,
      mapping: postMapping,
      posts: { fields: posts.fields },
    })
    const site = path.join(blog.folder, 'site')
    const text = (title: string) => `---\ntitle: '${title}'\n---\n\n${title}.\n`
    await makeTree(site, { 'posts/hello.md': text('Hello'), 'posts/hello.fr.md': text('Bonjour') })
    expect(await importFiles({ ...blog, folder: site })).toMatchObject({ created: 2, problems: [] })
    expect(await documentsOf(blog.payload).count({ collection: 'posts' })).toBe(1)
    expect(await verifyFiles({ ...blog, folder: site })).toMatchObject({ identical: 2, differences: [] })
  })

  it('the proxy redirects visitors of a frontend', async () => {
    const site = await bootBlog({
      posts: { access: { read: () => true } },
      mapping: { frontMatter: { title: 'title', url: { template: '/blog/{slug}', field: 'url' } } },
    })
    blog = site
    const documents = documentsOf(site.payload)
    const { id } = await documents.create({
      collection: 'posts',
      data: { title: 'One', slug: 'é one', _status: 'published' },
    })
    await documents.update({ collection: 'posts', id, data: { slug: 'two' } })
    vi.stubGlobal('fetch', (asked: string) => site.ask(asked.replace('http://localhost:3000/api/', '')))
    const [redirect] = await documents.find({ collection: 'redirects' })
    const sent = new NextRequest(`https://blog.example.com${encodeURI(String(redirect?.from))}`)
    const moved = await called('proxy', 'proxy', sent)
    expect(moved).toMatchObject({ status: 301 })
    expect(moved instanceof Response && moved.headers.get('location')).toBe(
      'https://blog.example.com/blog/two',
    )
    const other = await called('proxy', 'proxy', new NextRequest('https://blog.example.com/blog/other'))
    expect(other instanceof Response && other.headers.get('x-middleware-next')).toBe('1')
  })

  it('the script fills a Markdown field from rich text', async () => {
    blog = await bootBlog({
      posts: { fields: [...postFields(), { name: 'body', type: 'richText', editor: lexicalEditor() }] },
    })
    const documents = documentsOf(blog.payload)
    const create = async (slug: string, children: unknown[], content?: string) => {
      const root = { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children }
      const data = {
        title: slug,
        slug,
        body: { root },
        ...(content ? { content } : {}),
        _status: 'published',
      }
      return (await documents.create({ collection: 'posts', data })).id
    }
    const text = (value: string, format = 0) => ({
      type: 'text',
      version: 1,
      text: value,
      format,
      detail: 0,
      mode: 'normal',
      style: '',
    })
    const block = (type: string, children: unknown[], more: object = {}) => ({
      type,
      version: 1,
      direction: 'ltr',
      format: '',
      indent: 0,
      children,
      ...more,
    })
    const link = { linkType: 'custom', newTab: false, url: 'https://example.org' }
    await create('converted', [
      block('heading', [text('Cells')], { tag: 'h2' }),
      block('paragraph', [
        text('A '),
        text('small', 1),
        text(' unit, '),
        block('link', [text('here')], { fields: link }),
      ]),
      block(
        'list',
        [block('listitem', [text('one')], { value: 1 }), block('listitem', [text('two')], { value: 2 })],
        {
          listType: 'bullet',
          tag: 'ul',
          start: 1,
        },
      ),
      block('quote', [text('Said.', 2)]),
    ])
    const kept = await create('kept', [block('paragraph', [text('new')])], 'old')
    const internal = { linkType: 'internal', newTab: false, doc: { relationTo: 'posts', value: kept } }
    const byHand = await create('by-hand', [
      block('paragraph', [block('link', [text('post')], { fields: internal })]),
    ])
    expect(await called('from-rich-text', 'fillMarkdown', blog.payload)).toEqual([byHand])
    const posts = await documents.find({ collection: 'posts', sort: 'id' })
    expect(posts.map(({ content, _status }) => [content ?? undefined, _status])).toEqual([
      ['## Cells\n\nA **small** unit, [here](https://example.org)\n\n- one\n- two\n\n> *Said.*', 'published'],
      ['old', 'published'],
      [undefined, 'published'],
    ])
  })
})
