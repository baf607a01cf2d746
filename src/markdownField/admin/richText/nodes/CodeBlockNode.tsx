import { $applyNodeReplacement, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

import type { SerializedCode } from '../../../../markdown/lexical/nodes.ts'
import { CodeBlock } from '../code/CodeBlock.tsx'
import { pieceElement } from './pieceElement.ts'
import { PieceNode } from './PieceNode.ts'
import type { CodeData } from './pieces.ts'

/** A code block, edited in its place. */
export class CodeBlockNode extends PieceNode<CodeData> {
  static override getType(): string {
    return 'answerbook-code'
  }

  static override clone({ __data, __key }: CodeBlockNode): CodeBlockNode {
    return new CodeBlockNode(__data, __key)
  }

  static override importJSON({ type: _type, version: _version, ...code }: SerializedCode): CodeBlockNode {
    return $createCodeBlockNode(code)
  }

  override exportJSON(): SerializedCode {
    return { ...super.exportJSON(), ...this.getData(), type: 'answerbook-code', version: 1 }
  }

  override createDOM(): HTMLElement {
    return pieceElement('answerbook-code-piece', true)
  }

  override getTextContent(): string {
    return this.getData().code
  }

  override decorate(): ReactNode {
    return <CodeBlock code={this.__data} nodeKey={this.__key} />
  }
}

/** Makes a code block; within an update of an editor. */
export const $createCodeBlockNode = (code: CodeData): CodeBlockNode =>
  $applyNodeReplacement(new CodeBlockNode(code))

export const $isCodeBlockNode = (node: LexicalNode | null | undefined): node is CodeBlockNode =>
  node instanceof CodeBlockNode
