'use client'

import { useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { unresolvedLinksOf } from '../../links/linkList.ts'
import './UnresolvedLinks.css'

/** Lists the links of an imported file that lead to no article, as work to do. */
export const UnresolvedLinks: JSONFieldClientComponent = ({ path }) => {
  const { value } = useField<unknown>({ path })
  const links = unresolvedLinksOf(value)
  if (links.length === 0) return null
  return (
    <section aria-labelledby={`${path}-heading`} className="unresolved-links">
      <h4 id={`${path}-heading`}>
        {links.length === 1 ? '1 link leads nowhere yet' : `${links.length} links lead nowhere yet`}
      </h4>
      <p>They are kept in the file, and become links as soon as an article has their url.</p>
      <ol>
        {links.map(({ position, url, values }) => (
          <li key={url} value={position + 1}>
            <strong>{values.title ?? url}</strong>
            <code>{url}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}
