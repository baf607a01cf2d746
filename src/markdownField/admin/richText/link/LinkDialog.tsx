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

/** Chooses where a link leads: a document, found by its title, or any url. */
export const LinkDialog = ({ link, anchor, onCancel, onDone, onRemove }: LinkDialogProps) => {
  const id = useId()
  const { links } = useRichTextSettings()
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
    setProblem(
      found.length > 0
        ? 'Choose one of the articles, or give a url such as https://example.com or /learn.'
        : 'Give a url such as https://example.com or /learn, or words of a question.',
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
    <AnchoredDialog anchor={anchor} label="Link" onCancel={onCancel} onDone={done}>
      <label className="anchored-dialog__label">
        {links.length > 0 ? 'Question of an article, or a url' : 'Url'}
        <input
          aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          aria-controls={`${id}-found`}
          aria-describedby={`${id}-problem`}
          aria-expanded={found.length > 0}
          aria-invalid={problem !== ''}
          autoComplete="off"
          data-focus
          className="anchored-dialog__input"
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
      <ul aria-label="Articles" className="found-links" id={`${id}-found`} role="listbox">
        {found.map((one, index) => (
          <li
            aria-selected={index === chosen}
            className="found-links__one"
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
      <label className="anchored-dialog__label">
        Text
        <input
          autoComplete="off"
          className="anchored-dialog__input"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onKeyDown(event)
          }}
          value={text}
        />
      </label>
      <p className="anchored-dialog__problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
      <DialogActions onCancel={onCancel} onDone={done}>
        {link.key !== undefined && (
          <button className="anchored-dialog__button" onClick={onRemove} type="button">
            Remove link
          </button>
        )}
      </DialogActions>
    </AnchoredDialog>
  )
}
