'use client'

import { fieldBaseClass, useField, withCondition } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useId } from 'react'

import { unresolvedLinksOf } from '../../mapping/links.ts'
import './UnresolvedLinks.css'

const List: JSONFieldClientComponent = ({ path: pathFromProps }) => {
  const id = useId()
  const { value } = useField<unknown>({ potentiallyStalePath: pathFromProps })
  const links = unresolvedLinksOf(value)
  if (links.length === 0) return null
  return (
    <div aria-labelledby={id} className={`${fieldBaseClass} unresolved-links`} role="group">
      <h2 className="unresolved-links__heading" id={id}>
        {links.length === 1 ? '1 link leads nowhere yet' : `${links.length} links lead nowhere yet`}
      </h2>
      <p className="unresolved-links__hint">
        They stay in the file, and become links as soon as an article has their url. Numbers are places among
        all links.
      </p>
      <ol className="unresolved-links__list">
        {links.map(({ position, url, values }) => (
          <li key={url}>
            <span className="unresolved-links__place">{position + 1}</span>
            <span>
              <span className="unresolved-links__title">{values.title ?? 'Without a title'}</span>
              <code className="unresolved-links__url">{url}</code>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Lists the links of an imported file that lead to no article, as work to do. */
export const UnresolvedLinks = withCondition(List)
