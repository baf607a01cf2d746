'use client'

import { createClientFeature, LinkNode } from '@payloadcms/richtext-lexical/client'

import { CodePlugin } from '../code/CodePlugin.tsx'
import { FormulaPlugin } from '../formula/FormulaPlugin.tsx'
import { ImagePlugin } from '../image/ImagePlugin.tsx'
import { LinkPlugin } from '../link/LinkPlugin.tsx'
import { CodeBlockNode } from '../nodes/CodeBlockNode.tsx'
import { ImageNode } from '../nodes/ImageNode.tsx'
import { MathNode } from '../nodes/MathNode.tsx'
import { SourceNode } from '../nodes/SourceNode.tsx'
import { PieceKeysPlugin } from '../parts/PieceKeysPlugin.tsx'
import { TabKeyPlugin } from '../parts/TabKeyPlugin.tsx'
import { ToolbarKeyPlugin } from '../parts/ToolbarKeyPlugin.tsx'
import { ValuePlugin } from '../value/ValuePlugin.tsx'
import { PastePlugin } from '../paste/PastePlugin.tsx'
import { TablePlugin } from '../table/TablePlugin.tsx'
import { slashMenuGroups, toolbarGroups } from './menus.ts'
import { TaskListPlugin } from './TaskListPlugin.tsx'
import { ToolbarNamesPlugin } from './ToolbarNamesPlugin.tsx'
import { typedMarkup } from './typedMarkup.ts'
import { TypedBlocksPlugin } from './TypedBlocksPlugin.tsx'

/** What our rich text editor adds to Payload's: formulas, code, source and images, and Markdown as its value. */
export const RichTextFeatureClient = createClientFeature({
  markdownTransformers: typedMarkup,
  nodes: [MathNode, CodeBlockNode, SourceNode, ImageNode, LinkNode],
  plugins: [
    { Component: ValuePlugin, position: 'normal' },
    { Component: PieceKeysPlugin, position: 'normal' },
    { Component: FormulaPlugin, position: 'normal' },
    { Component: CodePlugin, position: 'normal' },
    { Component: TypedBlocksPlugin, position: 'normal' },
    { Component: LinkPlugin, position: 'normal' },
    { Component: ImagePlugin, position: 'normal' },
    { Component: TablePlugin, position: 'normal' },
    { Component: PastePlugin, position: 'normal' },
    { Component: TabKeyPlugin, position: 'normal' },
    { Component: ToolbarKeyPlugin, position: 'normal' },
    { Component: TaskListPlugin, position: 'normal' },
    { Component: ToolbarNamesPlugin, position: 'normal' },
  ],
  slashMenu: { groups: slashMenuGroups },
  toolbarFixed: { groups: toolbarGroups },
})
