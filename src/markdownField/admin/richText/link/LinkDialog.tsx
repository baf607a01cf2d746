'use client'

import { type KeyboardEvent, useId, useState } from 'react'

import { AnchoredDialog } from '../../dialog/AnchoredDialog.tsx'
import { DialogActions } from '../../dialog/DialogActions.tsx'
import { useRichTextSettings } from '../RichTextContext.ts'
import type { LinkAt } from './linkAt.ts'
import { safeUrl } from './safeUrl.ts'
import { type FoundLink, useFoundLinks } from './useFoundLinks.ts'

export type LinkDialogProps = {
  link: LinkAt
  anchor: DOMRect | undefined
  onCancel: () => void
  onDone: (url: string, text: string) => void
  onRemove: () => void
}

/** Chooses where a link leads: a document, found by its title, or any URL. */
export const LinkDialog = ({ link, anchor, onCancel, onDone, onRemove }: LinkDialogProps) => {
  const id = useId()
  const { links, t } = useRichTextSettings()
  const [query, setQuery] = useState(link.url)
  const [text, setText] = useState(link.text)
  const [chosen, setChosen] = useState(-1)
  const [problem, setProblem] = useState('')
  const found = useFoundLinks(links, query)

  const choose = ({ title, url }: FoundLink): void => onDone(url, text === '' ? title : text)
  const done = (): void => {
    const one = found[chosen]
    if (one) return choose(one)
    const url = safeUrl(query)
    if (url !== undefined) return onDone(url, text)
    if (found.length > 0) setProblem(t('answerbook:editor:link:choose'))
    else
      setProblem(
        t(links.length > 0 ? 'answerbook:editor:link:enterUrlOrSearch' : 'answerbook:editor:link:enterUrl'),
      )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((at) => Math.max(-1, Math.min(found.length - 1, at + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      done()
    }
  }

  return (
    <AnchoredDialog
      anchor={anchor}
      label={t('answerbook:editor:link:link')}
      onCancel={onCancel}
      onDone={done}
    >
      <label className="answerbook-anchored-dialog__label">
        {links.length > 0 ? t('answerbook:editor:link:articleOrUrl') : 'URL'}
        <input
          aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          aria-controls={`${id}-found`}
          aria-describedby={`${id}-problem`}
          aria-expanded={found.length > 0}
          aria-invalid={problem !== ''}
          autoComplete="off"
          data-focus
          className="answerbook-anchored-dialog__input"
          onChange={({ target }) => {
            setQuery(target.value)
            setChosen(-1)
            setProblem('')
          }}
          onFocus={({ target }) => target.select()}
          onKeyDown={onKeyDown}
          role="combobox"
          value={query}
        />
      </label>
      <ul
        aria-label={t('answerbook:editor:link:articles')}
        className="answerbook-found-links"
        id={`${id}-found`}
        role="listbox"
      >
        {found.map((one, index) => (
          <li
            aria-selected={index === chosen}
            className="answerbook-found-links__one"
            id={`${id}-${index}`}
            key={one.url}
            onClick={() => choose(one)}
            onMouseEnter={() => setChosen(index)}
            role="option"
          >
            <span>{one.title}</span>
            <code>{one.url}</code>
          </li>
        ))}
      </ul>
      <label className="answerbook-anchored-dialog__label">
        {t('answerbook:editor:link:text')}
        <input
          autoComplete="off"
          className="answerbook-anchored-dialog__input"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onKeyDown(event)
          }}
          value={text}
        />
      </label>
      <p className="answerbook-anchored-dialog__problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
      <DialogActions onCancel={onCancel} onDone={done}>
        {link.key !== undefined && (
          <button className="answerbook-anchored-dialog__button" onClick={onRemove} type="button">
            {t('answerbook:editor:link:remove')}
          </button>
        )}
      </DialogActions>
    </AnchoredDialog>
  )
}
