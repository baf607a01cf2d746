import { codeBlock } from './code/codeBlock.tsx'
import type { EditorKind } from './editorKind.ts'
import { formula } from './formula/formula.tsx'
import { image } from './image/image.tsx'
import { link } from './link/link.tsx'
import { source } from './source/source.tsx'
import { table } from './table/table.tsx'

/** All kinds of content that the rich text editor adds to Payload's, in the order of the toolbar. */
export const kinds: EditorKind[] = [link, formula, codeBlock, table, image, source]
