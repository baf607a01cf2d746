import { $applyNodeReplacement, type LexicalNode, type NodeKey } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

import type { SerializedImage } from '../../../../markdown/lexical/nodes.ts'
import { EmbedNode } from '../embed/EmbedNode.ts'
import { ImageView, type ImageData } from './ImageView.tsx'

/** An image by its URL. */
export class ImageNode extends EmbedNode<ImageData> {
  constructor(data: ImageData = { url: '', alt: '' }, key?: NodeKey) {
    super(data, key)
  }

  override $config() {
    return this.config('image', {})
  }

  static override importJSON({ type: _type, version: _version, ...data }: SerializedImage): ImageNode {
    return $createImageNode(data)
  }

  override getClassName(): string {
    return 'answerbook-image'
  }

  override isBlock(): boolean {
    return false
  }

  override getTextContent(): string {
    return this.getData().alt
  }

  override decorate(): ReactNode {
    return <ImageView image={this.__data} nodeKey={this.__key} />
  }
}

/** Creates an image; within an update of an editor. */
export const $createImageNode = (data: ImageData): ImageNode => $applyNodeReplacement(new ImageNode(data))

export const $isImageNode = (node: LexicalNode | null | undefined): node is ImageNode =>
  node instanceof ImageNode
