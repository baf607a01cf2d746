import { $applyNodeReplacement, type LexicalNode, type NodeKey } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

import type { SerializedMath } from '../../../../markdown/lexical/nodes.ts'
import { EmbedNode } from '../embed/EmbedNode.ts'
import { FormulaView, type FormulaData } from './FormulaView.tsx'

/** A formula within a line; a displayed one is alone in its paragraph. */
export class FormulaNode extends EmbedNode<FormulaData> {
  constructor(data: FormulaData = { latex: '', display: false, delimiter: '$' }, key?: NodeKey) {
    super(data, key)
  }

  override $config() {
    return this.config('math', {})
  }

  static override importJSON({ type: _type, version: _version, ...data }: SerializedMath): FormulaNode {
    return $createFormulaNode(data)
  }

  override getClassName(): string {
    return 'answerbook-formula'
  }

  override isBlock(): boolean {
    return this.__data.display
  }

  override getTextContent(): string {
    const { display, latex } = this.getData()
    return display ? `$$${latex}$$` : `$${latex}$`
  }

  override decorate(): ReactNode {
    return <FormulaView formula={this.__data} nodeKey={this.__key} />
  }
}

/** Creates a formula; within an update of an editor. */
export const $createFormulaNode = (data: FormulaData): FormulaNode =>
  $applyNodeReplacement(new FormulaNode(data))

export const $isFormulaNode = (node: LexicalNode | null | undefined): node is FormulaNode =>
  node instanceof FormulaNode
