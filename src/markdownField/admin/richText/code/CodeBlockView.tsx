'use client'

import { type NodeKey, stopLexicalPropagation } from '@payloadcms/richtext-lexical/lexical'
import { useEffect, useId, useRef } from 'react'

import type { SerializedCode } from '../../../../markdown/lexical/nodes.ts'
import type { EmbedData } from '../embed/EmbedNode.ts'
import { InPlaceText } from '../embed/InPlaceText.tsx'
import { useEmbed } from '../embed/useEmbed.ts'
import { useRichTextSettings } from '../RichTextContext.ts'
import { indentOf } from './indentOf.ts'
import { languages } from './languages.ts'

/** A code block: its text, its language as written, and the rest of its info string. */
export type CodeBlockData = EmbedData<SerializedCode>

/** A code block in an editor: its language, which can be any word, and its text. */
export const CodeBlockView = ({ code, nodeKey }: { code: CodeBlockData; nodeKey: NodeKey }) => {
  const id = useId()
  const language = useRef<HTMLInputElement>(null)
  const { isReadOnly, t } = useRichTextSettings()
  const { begin, change, leave } = useEmbed<CodeBlockData>(nodeKey)

  useEffect(() => {
    const listening = new AbortController()
    for (const event of ['beforeinput', 'copy', 'cut', 'input', 'keydown', 'keyup', 'paste'])
      language.current?.addEventListener(event, stopLexicalPropagation, { signal: listening.signal })
    return () => listening.abort()
  }, [])

  return (
    <span className="answerbook-code-block__frame">
      <input
        aria-label={t('answerbook:editor:code:languageOfCode')}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        className="answerbook-code-block__language"
        list={`${id}-languages`}
        onChange={({ target }) => change({ ...code, language: target.value.replace(/[\s`]/g, '') })}
        onFocus={begin}
        onKeyDown={({ key }) => {
          if (key === 'Escape') leave('after')
        }}
        placeholder={t('answerbook:editor:code:language')}
        readOnly={isReadOnly}
        ref={language}
        spellCheck={false}
        value={code.language}
      />
      <datalist id={`${id}-languages`}>
        {languages.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <InPlaceText
        className="answerbook-code-block__text"
        indent={indentOf(code.code)}
        label={
          code.language === ''
            ? t('answerbook:editor:code:code')
            : t('answerbook:editor:code:codeIn', { language: code.language })
        }
        onChange={(text) => change({ ...code, code: text })}
        onFocus={begin}
        onLeave={leave}
        readOnly={isReadOnly}
        spellCheck={false}
        value={code.code}
      />
    </span>
  )
}
