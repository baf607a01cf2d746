import type { CollectionConfig, Field } from 'payload'
import { expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { markdownField } from '../../src/markdownField/markdownField.ts'
import { linkableDocuments, offerLinks } from '../../src/markdownField/offerLinks.ts'

const articles: CollectionConfig = { slug: 'articles', admin: { useAsTitle: 'question' }, fields: [] }
const links = linkableDocuments([articleMapping], [articles])
const own = [{ collection: 'pages', title: 'title', url: 'path' }]

/** What the editor of the first field of a collection offers to link to. */
const offered = (fields: Field[]): unknown => {
  const [field] = offerLinks({ slug: 'pages', fields }, links).fields
  const inner = field?.type === 'tabs' ? field.tabs[0]?.fields[0] : field
  return inner?.type === 'code' ? inner.admin?.components?.Field : inner
}

it('documents with a URL can be linked to, searched by the title of their collection', () => {
  expect(links).toEqual([{ collection: 'articles', title: 'question', url: 'url' }])
})

it.each<[string, Omit<CollectionConfig, 'fields'>]>([
  ['has no title', { slug: 'articles' }],
  ['is not there', { slug: 'others', admin: { useAsTitle: 'question' } }],
])('documents of a collection that %s cannot', (_, collection) => {
  expect(linkableDocuments([articleMapping], [{ ...collection, fields: [] }])).toEqual([])
})

it.each<[string, Field[], unknown]>([
  ['links to all of them by default', [markdownField({ name: 'text' })], links],
  [
    'in a tab does too',
    [{ type: 'tabs', tabs: [{ label: 'A', fields: [markdownField({ name: 'text' })] }] }],
    links,
  ],
  ['links to what it names', [markdownField({ name: 'text', links: own })], own],
  ['links to nothing if it says so', [markdownField({ name: 'text', links: [] })], []],
])('a Markdown field %s', (_, fields, expected) => {
  expect(offered(fields)).toMatchObject({ clientProps: { links: expected } })
})

it('other code fields stay as they are', () => {
  const code: Field = { name: 'code', type: 'code' }
  expect(offerLinks({ slug: 'pages', fields: [code] }, links).fields).toEqual([code])
})
