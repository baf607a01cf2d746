import {
  $getRoot,
  $isElementNode,
  DecoratorNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

import { loadLexical } from '../../src/markdownField/editor/loadLexical.ts'
import type { EditorContent, SerializedAnswer } from '../../src/markdown/lexical/nodes.ts'
import { payloadEditor } from './payloadEditor.ts'

/** A node that keeps the fields of its JSON, for node types whose own classes need a browser. */
const pieceOf = (type: string) =>
  class Piece extends DecoratorNode<null> {
    __fields: object = {}
    static override getType = (): string => type
    static override clone = (node: Piece): Piece =>
      Object.assign(new Piece(node.__key), { __fields: node.__fields })
    static override importJSON = (json: SerializedLexicalNode): Piece => new Piece().updateFromJSON(json)
    override updateFromJSON(json: LexicalUpdateJSON<SerializedLexicalNode>): this {
      const { $: _state, ...fields } = json
      return Object.assign(super.updateFromJSON(json), { __fields: fields })
    }
    override exportJSON = (): SerializedLexicalNode => ({ ...super.exportJSON(), ...this.__fields })
    override isInline = (): boolean => true
    override decorate = (): null => null
  }

const pieces = ['answerbook-code', 'image', 'math', 'source'].map(pieceOf)

/**
 * Creates a function that passes a state through a real Lexical editor with Payload's nodes: loads, normalizes and
 * reads it.
 */
export const makeThroughEditor = async (): Promise<(state: SerializedAnswer) => EditorContent> => {
  const { getEnabledNodes } = await loadLexical()
  const { createHeadlessEditor } = await import('@payloadcms/richtext-lexical/lexical/headless')
  const editor = createHeadlessEditor({
    namespace: 'fidelity',
    nodes: [...getEnabledNodes({ editorConfig: await payloadEditor() }), ...pieces],
    onError: (error) => {
      throw error
    },
  })
  return (state) => {
    editor.setEditorState(editor.parseEditorState(JSON.stringify(state)))
    // Lexical normalizes what is marked dirty.
    editor.update(
      () => {
        const mark = (node: LexicalNode): void => {
          node.markDirty()
          if ($isElementNode(node)) node.getChildren().forEach(mark)
        }
        mark($getRoot())
      },
      { discrete: true },
    )
    return editor.getEditorState().toJSON()
  }
}
