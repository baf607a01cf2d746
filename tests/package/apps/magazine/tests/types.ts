import type { Mapping } from 'answerbook'
import type { MarkdownField } from 'answerbook/client'
import type { MarkdownView } from 'answerbook/rsc'
import type { ArticlesOptions } from 'answerbook/collections'
import type { CollectionSlug } from 'payload'

// @ts-expect-error A mapping names its collection.
export const mapping: Mapping = { files: '{slug}.md', key: 'slug', frontMatter: {} }
// @ts-expect-error An author is a text.
export const options: ArticlesOptions = { author: 7 }
// @ts-expect-error A component is not a number.
export const field: typeof MarkdownField = 7
// @ts-expect-error A component is not a number.
export const view: typeof MarkdownView = 7
// @ts-expect-error This app has no articles: its own types apply, not those of Answerbook's app.
export const slug: CollectionSlug = 'articles'
