import { $applyNodeReplacement, type LexicalNode, type NodeKey } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

import type { SerializedSource } from '../../../../markdown/lexical/nodes.ts'
import { EmbedNode } from '../embed/EmbedNode.ts'
import { SourceView, type SourceData } from './SourceView.tsx'

/** Markdown that a rich text editor cannot represent, such as footnotes or HTML: shown and edited as text. */
export class SourceNode extends EmbedNode<SourceData> {
  constructor(data: SourceData = { block: false, markdown: '' }, key?: NodeKey) {
    super(data, key)
  }

  override $config() {
    return this.config('source', {})
  }

  static override importJSON({ type: _type, version: _version, ...data }: SerializedSource): SourceNode {
    return $createSourceNode(data)
  }

  override getClassName(): string {
    return 'answerbook-source'
  }

  override isBlock(): boolean {
    return this.__data.block
  }

  override getTextContent(): string {
    return this.getData().markdown
  }

  override decorate(): ReactNode {
    return <SourceView source={this.__data} nodeKey={this.__key} />
  }
}

const $createSourceNode = (data: SourceData): SourceNode => $applyNodeReplacement(new SourceNode(data))

export const $isSourceNode = (node: LexicalNode | null | undefined): node is SourceNode =>
  node instanceof SourceNode
