import type { ClientFeature } from '@payloadcms/richtext-lexical'

import type { ToolbarGroup } from '../editorKind.ts'
import { kinds } from '../kinds.ts'
import { link } from '../link/link.tsx'

type Feature = ClientFeature<undefined>

// Links come first in the toolbar, beside the marks of a text, and last where whole blocks are chosen.
const slashKinds = [...kinds.filter((kind) => kind !== link), link]

/** What the slash menu offers beyond Payload's items. */
export const slashMenuGroups: NonNullable<Feature['slashMenu']>['groups'] = [
  {
    key: 'insert',
    label: 'Insert',
    items: slashKinds
      .flatMap(({ items = [] }) => items)
      .map(({ key, label, keywords, Icon, onSelect }) => ({
        key,
        label,
        keywords,
        Icon,
        onSelect: ({ editor }) => onSelect(editor),
      })),
  },
]

/** What the toolbar offers beyond Payload's items. */
export const toolbarGroups: ToolbarGroup[] = [
  {
    key: 'insert',
    type: 'buttons',
    order: 45,
    items: kinds
      .flatMap(({ items = [] }) => items)
      .map(({ key, label, Icon, onSelect }) => ({
        key,
        label,
        ChildComponent: Icon,
        onSelect: ({ editor }) => onSelect(editor),
      })),
  },
  ...kinds.flatMap(({ menus = [] }) => menus.map(({ group }) => group)),
]
