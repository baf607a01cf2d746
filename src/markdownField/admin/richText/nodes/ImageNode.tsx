import { $applyNodeReplacement, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'

import type { SerializedImage } from '../../../../markdown/lexical/nodes.ts'
import { ImagePiece } from '../image/ImagePiece.tsx'
import { pieceElement } from './pieceElement.ts'
import { PieceNode } from './PieceNode.ts'
import type { ImageData } from './pieces.ts'

/** An image by its url. */
export class ImageNode extends PieceNode<ImageData> {
  static override getType(): string {
    return 'image'
  }

  static override clone({ __data, __key }: ImageNode): ImageNode {
    return new ImageNode(__data, __key)
  }

  static override importJSON({ type: _type, version: _version, ...image }: SerializedImage): ImageNode {
    return $createImageNode(image)
  }

  override exportJSON(): SerializedImage {
    return { ...super.exportJSON(), ...this.getData(), type: 'image', version: 1 }
  }

  override createDOM(): HTMLElement {
    return pieceElement('answerbook-image-piece', false)
  }

  override getTextContent(): string {
    return this.getData().alt
  }

  override decorate(): ReactNode {
    return <ImagePiece image={this.__data} nodeKey={this.__key} />
  }
}

/** Makes an image; within an update of an editor. */
export const $createImageNode = (image: ImageData): ImageNode => $applyNodeReplacement(new ImageNode(image))

export const $isImageNode = (node: LexicalNode | null | undefined): node is ImageNode =>
  node instanceof ImageNode
