import type { ClientFeature } from '@payloadcms/richtext-lexical'

import type { ToolbarGroup } from '../editorKind.ts'
import { kinds } from '../kinds.ts'
import { link } from '../link/link.tsx'
import { translated } from '../translated.ts'

type Feature = ClientFeature<undefined>

// Links come first in the toolbar, beside the marks of a text, and last where whole blocks are chosen.
const slashKinds = [...kinds.filter((kind) => kind !== link), link]

/** The items of the slash menu beyond Payload's own. */
export const slashMenuGroups: NonNullable<Feature['slashMenu']>['groups'] = [
  {
    key: 'insert',
    label: translated('answerbook:editor:menu:insert'),
    items: slashKinds
      .flatMap(({ items = [] }) => items)
      .map(({ key, label, keywords, Icon, onSelect }) => ({
        key,
        label: translated(label),
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
        label: translated(label),
        ChildComponent: Icon,
        onSelect: ({ editor }) => onSelect(editor),
      })),
  },
  ...kinds.flatMap(({ menus = [] }) => menus.map(({ group }) => group)),
]
