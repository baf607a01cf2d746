'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'

import { EmbedKeysPlugin } from '../embed/EmbedKeysPlugin.tsx'
import { kinds } from '../kinds.ts'
import { PastePlugin } from '../paste/PastePlugin.tsx'
import { ValuePlugin } from '../value/ValuePlugin.tsx'
import { slashMenuGroups, toolbarGroups } from './menus.ts'
import { TabKeyPlugin } from './TabKeyPlugin.tsx'
import { TaskListPlugin } from './TaskListPlugin.tsx'
import { ToolbarKeyPlugin } from './ToolbarKeyPlugin.tsx'
import { ToolbarNamesPlugin } from './ToolbarNamesPlugin.tsx'
import { TypedBlocksPlugin } from './TypedBlocksPlugin.tsx'

const plugins = [
  ValuePlugin,
  EmbedKeysPlugin,
  TypedBlocksPlugin,
  ...kinds.flatMap((kind) => kind.plugins),
  PastePlugin,
  TabKeyPlugin,
  ToolbarKeyPlugin,
  TaskListPlugin,
  ToolbarNamesPlugin,
]

/** What our rich text editor adds to Payload's: the kinds of content in `kinds.ts`, and Markdown as its value. */
export const RichTextFeatureClient = createClientFeature({
  markdownTransformers: kinds.flatMap((kind) => kind.typedText ?? []),
  nodes: kinds.flatMap((kind) => kind.nodes ?? []),
  plugins: plugins.map((Component) => ({ Component, position: 'normal' as const })),
  slashMenu: { groups: slashMenuGroups },
  toolbarFixed: { groups: toolbarGroups },
})
