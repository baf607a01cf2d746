import { $applyNodeReplacement, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

import type { SerializedMath } from '../../../../markdown/lexical/nodes.ts'
import { Formula } from '../formula/Formula.tsx'
import { pieceElement } from './pieceElement.ts'
import { PieceNode } from './PieceNode.ts'
import type { FormulaData } from './pieces.ts'

/** A formula within a line; a displayed one stands alone in its paragraph. */
export class MathNode extends PieceNode<FormulaData> {
  static override getType(): string {
    return 'math'
  }

  static override clone({ __data, __key }: MathNode): MathNode {
    return new MathNode(__data, __key)
  }

  static override importJSON({ type: _type, version: _version, ...formula }: SerializedMath): MathNode {
    return $createMathNode(formula)
  }

  override exportJSON(): SerializedMath {
    return { ...super.exportJSON(), ...this.getData(), type: 'math', version: 1 }
  }

  override createDOM(): HTMLElement {
    return pieceElement('answerbook-formula', this.__data.display)
  }

  override updateDOM(before?: MathNode): boolean {
    return before?.__data.display !== this.__data.display
  }

  override getTextContent(): string {
    const { display, latex } = this.getData()
    return display ? `$$${latex}$$` : `$${latex}$`
  }

  override decorate(): ReactNode {
    return <Formula formula={this.__data} nodeKey={this.__key} />
  }
}

/** Makes a formula; within an update of an editor. */
export const $createMathNode = (formula: FormulaData): MathNode =>
  $applyNodeReplacement(new MathNode(formula))

export const $isMathNode = (node: LexicalNode | null | undefined): node is MathNode =>
  node instanceof MathNode
