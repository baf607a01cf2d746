import { getPayload } from 'payload'

import config from '../payload.config.js'

const payload = await getPayload({ config, disableOnInit: true })
const context = { disableRevalidate: true, skipMail: true }

const story = async (slug: string) => {
  const { docs } = await payload.find({ collection: 'stories', where: { slug: { equals: slug } } })
  if (!docs[0]) throw new Error(`There is no story ${slug}.`)
  return docs[0]
}

const train = await story('night-train')
if (train.kind !== 'story' || train.edition !== 7) throw new Error('Values that no file holds are missing.')
const picture = await payload.create({
  collection: 'media',
  data: { alt: 'A train' },
  file: { data: Buffer.from('picture'), mimetype: 'text/plain', name: 'train.txt', size: 7 },
})
const { docs } = await payload.find({ collection: 'topics', where: { name: { equals: 'Trains' } } })
const [topic] = docs
if (!topic) throw new Error('There is no topic Trains.')
await payload.update({
  collection: 'stories',
  id: train.id,
  context,
  data: {
    title: 'The last night train',
    topics: [topic.id],
    cover: picture.id,
    seo: { ...train.seo, description: 'Why they leave.' },
    text: train.text?.replace('nine', 'ten') ?? '',
  },
})
const bridge = await story('bridge')
await payload.update({ collection: 'stories', id: bridge.id, context, data: { slug: 'old-bridge' } })
const { docs: moved } = await payload.find({ collection: 'moved' })
if (moved.length !== 1) throw new Error(`One redirect was expected, not ${moved.length}.`)
await payload.create({
  collection: 'stories',
  context,
  data: { title: 'Ferry', slug: 'ferry', kind: 'column', edition: 8, desk: topic.id, text: 'It *waits*.' },
})
await payload.destroy()
process.exit()
