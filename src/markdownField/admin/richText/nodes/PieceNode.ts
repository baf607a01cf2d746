import { DecoratorNode, type DOMExportOutput, type NodeKey } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

/**
 * A piece of an answer that the caret passes or selects as a whole: a formula, code, an image, source. It stands in a
 * line, so that it has a place in list items, quotes and table cells too; `Data` is what its JSON holds besides the type.
 */
export abstract class PieceNode<Data extends object> extends DecoratorNode<ReactNode> {
  __data: Data

  constructor(data: Data, key?: NodeKey) {
    super(key)
    this.__data = data
  }

  getData(): Data {
    return this.getLatest().__data
  }

  setData(data: Data): void {
    this.getWritable().__data = data
  }

  override updateDOM(): boolean {
    return false
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
