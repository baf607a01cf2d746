import config from '../payload.config'
import { getPayload } from 'payload'

const payload = await getPayload({ config, disableOnInit: true })

const post = async (slug: string) => {
  const { docs } = await payload.find({ collection: 'posts', where: { slug: { equals: slug } }, draft: true })
  if (!docs[0]) throw new Error(`There is no post ${slug}.`)
  return docs[0]
}

const guides = await payload.create({ collection: 'categories', data: { slug: 'guides' } })
const hello = await post('hello')
if (hello._status !== 'published') throw new Error('hello should be published.')
await payload.update({
  collection: 'posts',
  id: hello.id,
  data: {
    title: 'Hello again',
    date: '2024-05-02T06:30:00.000Z',
    tags: ['go', 'hugo'],
    category: guides.id,
    content: hello.content?.replace('- two', '- two\n- three') ?? '',
    _status: 'published',
  },
})
const idea = await post('idea')
if (idea._status !== 'draft') throw new Error('idea should be a draft.')
await payload.update({ collection: 'posts', id: idea.id, data: { _status: 'published' } })
const plain = await post('plain')
await payload.update({ collection: 'posts', id: plain.id, data: { _status: 'draft' } })
const windows = await post('windows')
await payload.update({ collection: 'posts', id: windows.id, data: { title: 'Doors', _status: 'published' } })
await payload.create({
  collection: 'posts',
  data: {
    title: 'Made in the CMS: new',
    slug: 'made-here',
    date: '2025-01-31T09:00:00.000Z',
    tags: ['cms'],
    category: guides.id,
    content: 'Written *here*.',
    _status: 'published',
  },
})
await payload.destroy()
process.exit()
