import { parseFrontMatter } from '../../src/frontMatter/parse.ts'
import type { FrontMatter } from '../../src/frontMatter/types.ts'
import { checkbox, dateTime, list, number, relation, status } from '../../src/mapping/codecs/index.ts'
import type { Mapping } from '../../src/mapping/types.ts'

/** A blog as another app would map it: text in the body, its own collection of categories. */
export const postMapping: Mapping = {
  collection: 'posts',
  files: 'posts/{category.slug}/{slug}.md',
  key: 'slug',
  frontMatter: {
    title: { field: 'title', required: true },
    'meta.title': { field: 'metaTitle', fallback: 'title' },
    'meta.index': { field: 'index', codec: checkbox(), default: true },
    date: { field: 'date', codec: dateTime },
    tags: { field: 'tags', codec: list },
    weight: { field: 'weight', codec: number },
    category: {
      field: 'category',
      codec: relation({ collection: 'categories', by: 'name', aliases: 'others' }),
    },
    draft: { field: '_status', codec: status({ publishedWhen: false }), default: 'published' },
    permalink: { template: '/{category.slug}/{slug}/', field: 'permalink' },
    layout: { constant: 'post' },
  },
  body: 'content',
  links: {
    prefix: 'see',
    field: 'related',
    unresolved: 'unresolved',
    block: { name: 'title', slug: 'slug', of: 'category.name' },
    key: 'slug',
  },
}

/** Parses a text that a test knows to be good. */
export const parsed = (text: string): FrontMatter => {
  const result = parseFrontMatter(text)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.frontMatter
}
