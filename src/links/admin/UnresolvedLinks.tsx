'use client'

import { fieldBaseClass, useField, withCondition } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useId } from 'react'

import { useWords } from '../../admin/useWords.ts'
import { unresolvedLinksOf } from '../../mapping/links.ts'
import './UnresolvedLinks.css'

const List: JSONFieldClientComponent = ({ path: pathFromProps }) => {
  const id = useId()
  const { language, t } = useWords()
  const { value } = useField<unknown>({ potentiallyStalePath: pathFromProps })
  const links = unresolvedLinksOf(value)
  if (links.length === 0) return null
  return (
    <div aria-labelledby={id} className={`${fieldBaseClass} answerbook-unresolved-links`} role="group">
      <h2 className="answerbook-unresolved-links__heading" id={id}>
        {t('answerbook:content:related:unresolved', {
          count: links.length,
          number: links.length.toLocaleString(language),
        })}
      </h2>
      <p className="answerbook-unresolved-links__hint">
        {t('answerbook:content:related:unresolvedDescription')}
      </p>
      <ol className="answerbook-unresolved-links__list">
        {links.map(({ position, url, values }) => (
          <li key={url}>
            <span className="answerbook-unresolved-links__place">{position + 1}</span>
            <span>
              <span className="answerbook-unresolved-links__title">
                {values.title ?? t('general:untitled')}
              </span>
              <code className="answerbook-unresolved-links__url">{url}</code>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Lists the links of an imported file that lead to no article yet. */
export const UnresolvedLinks = withCondition(List)
