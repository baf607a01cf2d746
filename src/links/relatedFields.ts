import type { CollectionSlug, Field, LabelFunction, StaticLabel } from 'payload'

import { type Policies, rolePolicies } from '../access/policies.ts'
import { hideUnreadableTargets } from './hideUnreadableTargets.ts'
import { label as labelOf } from '../translations/translate.ts'
import { isRestoring } from '../drafts/rememberRestoring.ts'

export type RelatedFieldsOptions = {
  /** Relationship field for resolved links. */
  name: string
  /** JSON field for the links of a file that are not resolved yet. */
  unresolved: string
  /** The collection itself. */
  collection: CollectionSlug
  /** Label of the relationship field. Default: made from its name. */
  label?: LabelFunction | StaticLabel
  policies?: Policies
}

/**
 * Ordered links to other documents of a collection, and the links of imported files whose target is missing. The
 * collection needs the hook `rememberRestoring`.
 */
export const relatedFields = ({
  name,
  unresolved,
  collection,
  label,
  policies = rolePolicies,
}: RelatedFieldsOptions): Field[] => [
  {
    name,
    type: 'relationship',
    relationTo: collection,
    hasMany: true,
    ...(label === undefined ? {} : { label }),
    // Two, so that a reader of an article also gets the subjects of related ones.
    maxDepth: 2,
    // Each level of articles within articles multiplies; GraphQL refuses a third.
    graphQL: { complexity: 200 },
    admin: {
      // Opening a drawer for it creates an empty document, whatever is typed.
      allowCreate: false,
      description: labelOf('answerbook:content:related:description'),
      sortOptions: 'question',
      components: { Cell: 'answerbook/client#RelationshipCell' },
    },
    hooks: { afterRead: [hideUnreadableTargets(collection, policies)] },
  },
  {
    name: unresolved,
    type: 'json',
    // A restored version brings its own, or its links would be torn apart.
    access: { create: () => false, read: policies.isStaff, update: ({ req }) => isRestoring(req) },
    admin: {
      readOnly: true,
      disableBulkEdit: true,
      condition: (data) => Array.isArray(data[unresolved]) && data[unresolved].length > 0,
      components: { Field: 'answerbook/client#UnresolvedLinks' },
    },
  },
]
