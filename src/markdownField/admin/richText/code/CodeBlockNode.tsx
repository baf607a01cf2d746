import { $applyNodeReplacement, type LexicalNode, type NodeKey } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

import type { SerializedCode } from '../../../../markdown/lexical/nodes.ts'
import { EmbedNode } from '../embed/EmbedNode.ts'
import { CodeBlockView, type CodeBlockData } from './CodeBlockView.tsx'

/** A code block, edited in place. */
export class CodeBlockNode extends EmbedNode<CodeBlockData> {
  constructor(data: CodeBlockData = { language: '', code: '' }, key?: NodeKey) {
    super(data, key)
  }

  override $config() {
    return this.config('answerbook-code', {})
  }

  static override importJSON({ type: _type, version: _version, ...data }: SerializedCode): CodeBlockNode {
    return $createCodeBlockNode(data)
  }

  override getClassName(): string {
    return 'answerbook-code-block'
  }

  override isBlock(): boolean {
    return true
  }

  override getTextContent(): string {
    return this.getData().code
  }

  override decorate(): ReactNode {
    return <CodeBlockView code={this.__data} nodeKey={this.__key} />
  }
}

/** Creates a code block; within an update of an editor. */
export const $createCodeBlockNode = (data: CodeBlockData): CodeBlockNode =>
  $applyNodeReplacement(new CodeBlockNode(data))

export const $isCodeBlockNode = (node: LexicalNode | null | undefined): node is CodeBlockNode =>
  node instanceof CodeBlockNode
