import {
  $createParagraphNode,
  $isParagraphNode,
  type BaseStaticNodeConfig,
  createCommand,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalCommand,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

/** The JSON of an embed without its type and version. */
export type EmbedData<Serialized> = Omit<Serialized, 'type' | 'version'>

/** Opens an embed for editing. */
export const OPEN_EMBED_COMMAND: LexicalCommand<NodeKey> = createCommand('OPEN_EMBED_COMMAND')

const $paragraphOf = (nodes: LexicalNode[]) => $createParagraphNode().append(...nodes)

// A block that shares its paragraph with text would be written into the line of the text.
const $standAlone = (embed: LexicalNode): void => {
  const paragraph = embed.getParent()
  if (!(embed instanceof EmbedNode) || !embed.isBlock()) return
  if (!$isParagraphNode(paragraph) || paragraph.getParent()?.getType() !== 'root') return
  if (paragraph.getChildrenSize() === 1) return
  const after = embed.getNextSiblings()
  const before = embed.getPreviousSiblings()
  if (after.length > 0) paragraph.insertAfter($paragraphOf(after))
  if (before.length > 0) paragraph.insertBefore($paragraphOf(before))
}

/**
 * A part of an answer that the caret passes or selects as a whole: a formula, code, an image, source. It is inline, so
 * that it can also be in list items, quotes and table cells; a block in a top-level paragraph is alone there.
 */
export abstract class EmbedNode<Data extends object> extends DecoratorNode<ReactNode> {
  __data: Data

  constructor(data: Data, key?: NodeKey) {
    super(key)
    this.__data = data
  }

  override $config(): BaseStaticNodeConfig {
    return this.config(Symbol.for('AnswerbookEmbedNode'), { extends: DecoratorNode, $transform: $standAlone })
  }

  /** CSS class of its element. */
  abstract getClassName(): string

  /** Whether it is displayed on lines of its own. */
  abstract isBlock(): boolean

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__data = previous.__data
  }

  override exportJSON(): SerializedLexicalNode & Data {
    return { ...super.exportJSON(), ...this.getData() }
  }

  getData(): Data {
    return this.getLatest().__data
  }

  setData(data: Data): void {
    this.getWritable().__data = data
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = `${this.getClassName()} answerbook-embed${this.isBlock() ? ' answerbook-embed--block' : ''}`
    return element
  }

  override updateDOM(previous: this): boolean {
    return previous.isBlock() !== this.isBlock()
  }

  override exportDOM(): DOMExportOutput {
    const element = document.createElement('span')
    element.textContent = this.getTextContent()
    return { element }
  }

  override isInline(): true {
    return true
  }

  override isKeyboardSelectable(): true {
    return true
  }
}
