import { codecs, type Mapping } from 'answerbook'

/** How stories are stored in files. Other keys in a file are kept unchanged. */
export const storyMapping: Mapping = {
  collection: 'stories',
  files: 'stories/{slug}.md',
  key: 'url',
  values: { kind: 'story' },
  frontMatter: {
    url: { template: '/stories/{slug}', field: 'url' },
    title: { field: 'title', required: true },
    published: { field: 'publishedAt', codec: codecs.dateTime },
    desk: {
      field: 'desk',
      codec: codecs.relation({ collection: 'topics', by: 'name', create: true }),
    },
    topics: {
      field: 'topics',
      codec: codecs.relation({ collection: 'topics', by: 'name', create: true, many: true }),
    },
    related: {
      field: 'related',
      codec: codecs.relation({ collection: 'stories', by: 'slug', many: true }),
    },
    cover: { field: 'cover', codec: codecs.upload({ collection: 'media', prefix: '/uploads/' }) },
    'seo.title': { field: 'seo.title', fallback: 'title' },
    'seo.description': 'seo.description',
  },
  body: 'text',
}
