import { $getEditor } from '@payloadcms/richtext-lexical/lexical'

import type { EditorKind } from '../editorKind.ts'
import { typedBlock } from '../embed/typedBlock.ts'
import { icon } from '../icon.tsx'
import { CodeBlockNode } from './CodeBlockNode.tsx'
import { CodeBlockPlugin, INSERT_CODE_COMMAND } from './CodeBlockPlugin.tsx'

const CodeIcon = icon(<path d="M7 6.5 3.5 10 7 13.5M13 6.5l3.5 3.5-3.5 3.5M11.2 5l-2.4 10" />)

/** Code blocks, edited in place. */
export const codeBlock: EditorKind = {
  nodes: [CodeBlockNode],
  plugins: [CodeBlockPlugin],
  items: [
    {
      key: 'codeBlock',
      label: 'answerbook:editor:menu:codeBlock',
      keywords: ['code', 'program', 'fence'],
      Icon: CodeIcon,
      onSelect: (editor) => editor.dispatchCommand(INSERT_CODE_COMMAND, { language: '' }),
    },
  ],
  typedText: [
    typedBlock(/^```([\w#+.-]*) $/, ([, language = '']) => {
      $getEditor().dispatchCommand(INSERT_CODE_COMMAND, { language })
    }),
  ],
  typedLines: [
    {
      regExp: /^```([\w#+.-]*)$/,
      insert: (editor, [, language = '']) => editor.dispatchCommand(INSERT_CODE_COMMAND, { language }),
    },
  ],
}
