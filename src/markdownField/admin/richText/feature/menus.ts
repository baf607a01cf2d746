import type { ClientFeature } from '@payloadcms/richtext-lexical'

import type { ToolbarGroup } from '../editorKind.ts'
import { kinds } from '../kinds.ts'
import { link } from '../link/link.tsx'
import { translated } from '../translated.ts'

type Feature = ClientFeature<undefined>

// Links come first in the toolbar, next to the text formats, and last among the blocks of the slash menu.
const slashKinds = [...kinds.filter((kind) => kind !== link), link]

/** The items that the slash menu has in addition to Payload's. */
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

/** The items that the toolbar has in addition to Payload's. */
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
