import type { Field, LabelFunction, StaticLabel } from 'payload'

import { collectionSlug } from '../documents/documents.ts'
import { isStaffRequest } from '../documents/registeredOptions.ts'
import { isRestoring } from '../drafts/rememberRestoring.ts'
import type { Mapping } from '../mapping/types.ts'
import { label as labelOf } from '../translations/translate.ts'
import { hideUnreadableTargets } from './hideUnreadableTargets.ts'

export type RelatedFieldsOptions = Pick<Mapping, 'collection' | 'links'> & {
  /**
   * Label of the relationship field.
   * @default generated from its name
   */
  label?: LabelFunction | StaticLabel
}

/**
 * The fields of a mapping that hold or show links: ordered links to other documents of its collection, the links of imported
 * files whose targets are missing, and the documents that link to this one. The plugin adds them to a mapped collection that
 * lacks them; an app that wants them in a certain place, such as a tab, calls this function. Empty for a mapping without
 * links.
 */
export const relatedFields = ({ collection, label, links }: RelatedFieldsOptions): Field[] => {
  if (!links) return []
  const { block, field, unresolved } = links
  return [
    {
      name: field,
      type: 'relationship',
      relationTo: collectionSlug(collection),
      hasMany: true,
      ...(label === undefined ? {} : { label }),
      // Two, so that a reader of an article also gets the subjects of the related ones.
      maxDepth: 2,
      // Each level of nested articles multiplies the cost; GraphQL rejects a third level.
      graphQL: { complexity: 200 },
      admin: {
        // Opening a drawer for it would create an empty document, whatever the user types.
        allowCreate: false,
        description: labelOf('answerbook:content:related:description'),
        ...(block.title === undefined ? {} : { sortOptions: block.title }),
        components: { Cell: 'answerbook/client#RelationshipCell' },
      },
      hooks: { afterRead: [hideUnreadableTargets(collectionSlug(collection))] },
    },
    {
      name: unresolved,
      type: 'json',
      // A restored version has its own value, or its links would be inconsistent.
      access: {
        create: () => false,
        read: ({ req }) => isStaffRequest(req),
        update: ({ req }) => isRestoring(req),
      },
      admin: {
        readOnly: true,
        disableBulkEdit: true,
        condition: (data) => Array.isArray(data[unresolved]) && data[unresolved].length > 0,
        components: { Field: 'answerbook/client#UnresolvedLinks' },
      },
    },
    {
      name: 'inboundLinks',
      type: 'ui',
      admin: {
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: 'answerbook/client#InboundLinks' },
      },
    },
  ]
}
