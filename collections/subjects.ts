import { type Policies, rolePolicies } from 'answerbook'
import { limitReads, refuseDeletingUsed } from 'answerbook/app'
import { validSlug } from 'answerbook/hooks'
import type { CollectionConfig, TextFieldSingleValidation } from 'payload'

export type SubjectsOptions = {
  /** Who counts as editor and staff. Default: the roles of `users`. */
  policies?: Policies
  /** Access that replaces the default, operation by operation. */
  access?: CollectionConfig['access']
}

const subjectSlug: TextFieldSingleValidation = (value, options) =>
  /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,99}$/u.test(value ?? '')
    ? validSlug(value, options)
    : 'Use letters, digits and hyphens.'

/** What articles are filed under. A subject's slug is a folder of the content root and a part of urls. */
export const subjects = ({ policies = rolePolicies, access }: SubjectsOptions = {}): CollectionConfig => ({
  slug: 'subjects',
  access: {
    create: policies.isEditor,
    delete: policies.isEditor,
    read: () => true,
    update: policies.isEditor,
    ...access,
  },
  defaultSort: 'title',
  defaultPopulate: { title: true, slug: true },
  admin: {
    useAsTitle: 'title',
    group: 'Content',
    description: 'Articles are filed under subjects; each is a folder of files and a part of their urls.',
    defaultColumns: ['title', 'slug', 'hidden', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  hooks: {
    beforeOperation: [limitReads(100)],
    beforeDelete: [refuseDeletingUsed({ collection: 'articles', field: 'subject' })],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      index: true,
      admin: { description: 'As readers see it.' },
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      maxLength: 100,
      access: { update: () => false },
      admin: {
        position: 'sidebar',
        description: 'Folder and part of the urls, such as marine-biology. It cannot change later.',
      },
      validate: subjectSlug,
    },
    {
      name: 'aliases',
      type: 'text',
      hasMany: true,
      access: { read: policies.isStaff },
      admin: { position: 'sidebar', description: 'Other spellings met in files. Files keep theirs.' },
    },
    {
      name: 'hidden',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Kept out of lists and of search engines.' },
    },
    {
      name: 'articles',
      type: 'join',
      collection: 'articles',
      on: 'subject',
      defaultLimit: 20,
      defaultSort: '-date',
      maxDepth: 1,
      // Subjects and articles lead to each other: without a price, one short query asks for millions of documents.
      graphQL: { complexity: 200 },
      where: { deletedAt: { exists: false } },
      admin: { defaultColumns: ['question', '_status', 'date'], allowCreate: false },
    },
  ],
})
