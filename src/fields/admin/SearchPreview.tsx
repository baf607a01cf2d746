'use client'

import { fieldBaseClass } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'

import { useWords } from '../../admin/useWords.ts'
import { shownLengths } from '../shownLengths.ts'
import './SearchPreview.css'
import { fittingText } from './textWidth.ts'
import { useTextValue } from './useTextValue.ts'

/** `path`: of this field, beside whose siblings `title` and `description` it stands. */
export type SearchPreviewProps = { path: string }

/** What fits into a search result; the whole text until there is a canvas to measure it. */
const useFitting = (text: string, name: keyof typeof shownLengths): string => {
  const { font, pixels } = shownLengths[name]
  const [fitting, setFitting] = useState(text)
  useEffect(() => setFitting(fittingText(text, font, pixels)), [font, pixels, text])
  return fitting
}

/** Shows a document as a search engine does: its meta title, its URL as a trail, and its meta description, cut off alike. */
export const SearchPreview = ({ path }: SearchPreviewProps) => {
  const id = useId()
  const { t } = useWords()
  const sibling = (name: string): string => [...path.split('.').slice(0, -1), name].join('.')
  const title = useFitting(useTextValue(sibling('title')).trim(), 'title')
  const description = useFitting(useTextValue(sibling('description')).trim(), 'description')
  const trail = useTextValue('url').split('/').filter(Boolean).join(' › ')
  return (
    <section aria-labelledby={id} className={`${fieldBaseClass} answerbook-search-preview`}>
      <h3 className="answerbook-search-preview__heading" id={id}>
        {t('answerbook:content:seo:preview')}
      </h3>
      {trail !== '' && <p className="answerbook-search-preview__url">{trail}</p>}
      <p className="answerbook-search-preview__title">{title || t('answerbook:content:seo:noTitle')}</p>
      <p className="answerbook-search-preview__description">
        {description || t('answerbook:content:seo:noDescription')}
      </p>
    </section>
  )
}
