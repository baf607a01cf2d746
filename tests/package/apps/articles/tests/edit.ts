import config from '../payload.config'
import { getPayload } from 'payload'

const payload = await getPayload({ config, disableOnInit: true })

const article = async (slug: string) => {
  const { docs } = await payload.find({ collection: 'articles', where: { slug: { equals: slug } }, depth: 0 })
  if (!docs[0]) throw new Error(`There is no article ${slug}.`)
  return docs[0]
}

const dna = await article('what-is-dna')
await payload.update({
  collection: 'articles',
  id: dna.id,
  data: {
    question: 'What is DNA made of?',
    date: '2025-06-07',
    answer: dna.answer.replace('helix', 'double helix'),
    _status: 'published',
  },
})
await payload.create({
  collection: 'articles',
  data: {
    question: 'What is RNA?',
    slug: 'what-is-rna',
    answer: 'A messenger.\n\nIt has one strand.',
    subject: dna.subject,
    relatedArticles: [dna.id],
    date: '2025-08-09',
    _status: 'published',
  },
})
await payload.destroy()
process.exit()
