'use client'

import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type NodeKey,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { lazy, Suspense, useEffect, useState } from 'react'

import { $insertEmbed } from '../embed/insertEmbed.ts'
import { OPEN_EMBED_COMMAND } from '../embed/EmbedNode.ts'
import { changedFormula } from './changedFormula.ts'
import { $createFormulaNode, $isFormulaNode } from './FormulaNode.tsx'
import type { FormulaData } from './FormulaView.tsx'

/** Inserts a new formula at the caret and opens it. */
export const INSERT_FORMULA_COMMAND: LexicalCommand<{ display: boolean }> =
  createCommand('INSERT_FORMULA_COMMAND')

const FormulaDialog = lazy(async () => ({ default: (await import('./FormulaDialog.tsx')).FormulaDialog }))

type Opened = { key: NodeKey; formula: FormulaData }

/** Inserts formulas and edits them in a dialog; each edit is one step to undo. */
export const FormulaPlugin = () => {
  const [editor] = useLexicalComposerContext()
  const [opened, setOpened] = useState<Opened>()

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          OPEN_EMBED_COMMAND,
          (key) => {
            const node = $getNodeByKey(key)
            if (!$isFormulaNode(node) || !editor.isEditable()) return false
            setOpened({ key, formula: node.getData() })
            return true
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          INSERT_FORMULA_COMMAND,
          ({ display }) => {
            const selection = $getSelection()
            const latex = $isRangeSelection(selection) ? selection.getTextContent() : ''
            const node = $createFormulaNode({ latex, display, delimiter: display ? '$$' : '$' })
            $insertEmbed(node)
            setOpened({ key: node.getKey(), formula: node.getData() })
            return true
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      ),
    [editor],
  )

  if (!opened) return null

  const close = (change?: { latex: string; display: boolean }): void => {
    setOpened(undefined)
    const isNew = opened.formula.latex === ''
    editor.update(
      () => {
        const node = $getNodeByKey(opened.key)
        if (!$isFormulaNode(node)) return
        const formula = change ? changedFormula(node.getData(), change) : node.getData()
        node.selectNext(0, 0)
        if (formula.latex.trim() === '') node.remove()
        else if (change) node.setData(formula)
      },
      { tag: isNew ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG },
    )
    editor.focus()
  }

  return (
    <Suspense>
      <FormulaDialog
        anchor={editor.getElementByKey(opened.key) ?? undefined}
        formula={opened.formula}
        key={opened.key}
        onCancel={() => close()}
        onDone={(latex, display) => close({ latex, display })}
      />
    </Suspense>
  )
}
