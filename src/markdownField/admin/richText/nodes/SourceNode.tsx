import { $applyNodeReplacement, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

import type { SerializedSource } from '../../../../markdown/lexical/nodes.ts'
import { SourcePiece } from '../source/SourcePiece.tsx'
import { pieceElement } from './pieceElement.ts'
import { PieceNode } from './PieceNode.ts'
import type { SourceData } from './pieces.ts'

/** Markdown that a rich editor has no form for, such as footnotes or HTML: shown and edited as text. */
export class SourceNode extends PieceNode<SourceData> {
  static override getType(): string {
    return 'source'
  }

  static override clone({ __data, __key }: SourceNode): SourceNode {
    return new SourceNode(__data, __key)
  }

  static override importJSON({ type: _type, version: _version, ...source }: SerializedSource): SourceNode {
    return $createSourceNode(source)
  }

  override exportJSON(): SerializedSource {
    return { ...super.exportJSON(), ...this.getData(), type: 'source', version: 1 }
  }

  override createDOM(): HTMLElement {
    return pieceElement('answerbook-source-piece', this.__data.block)
  }

  override getTextContent(): string {
    return this.getData().markdown
  }

  override decorate(): ReactNode {
    return <SourcePiece nodeKey={this.__key} source={this.__data} />
  }
}

const $createSourceNode = (source: SourceData): SourceNode => $applyNodeReplacement(new SourceNode(source))

export const $isSourceNode = (node: LexicalNode | null | undefined): node is SourceNode =>
  node instanceof SourceNode
