'use client'

import { Button, fieldBaseClass, Link, useDocumentInfo } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'

import { PageButtons } from '../../admin/PageButtons.tsx'
import { useWords } from '../../admin/useWords.ts'
import { counted } from '../../translations/translate.ts'
import './InboundLinks.css'
import { type ShownInboundLink, useInboundLinks } from './useInboundLinks.ts'

const Row = ({ link: { page, state, title, url } }: { link: ShownInboundLink }) => {
  const { t } = useWords()
  return (
    <li>
      <Link className="answerbook-inbound-links__title" href={page} prefetch={false}>
        {title || t('general:untitled')}
      </Link>
      {(state === 'draft' || state === 'unpublished') && (
        <span className="answerbook-inbound-links__state">{t(`answerbook:content:inbound:${state}`)}</span>
      )}
      {url !== '' && <code className="answerbook-inbound-links__url">{url}</code>}
    </li>
  )
}

/** Lists the documents that link to the one being edited, ten to a page. */
export const InboundLinks = () => {
  const id = useId()
  const top = useRef<HTMLHeadingElement>(null)
  const { language, t } = useWords()
  const { id: document } = useDocumentInfo()
  const [page, setPage] = useState(1)
  const [attempt, setAttempt] = useState(0)
  const { found, hasFailed, isLoading } = useInboundLinks(page, attempt)
  if (document === undefined) return null
  const headingOf = ({ isCapped, total }: NonNullable<typeof found>): string =>
    isCapped
      ? t('answerbook:content:inbound:some', { number: total.toLocaleString(language) })
      : t('answerbook:content:inbound:heading', counted(total, language))
  const goTo = (other: number): void => {
    setPage(other)
    top.current?.focus()
  }
  return (
    <div
      aria-busy={isLoading}
      aria-labelledby={id}
      className={`${fieldBaseClass} answerbook-inbound-links`}
      role="group"
    >
      <h2 className="answerbook-inbound-links__heading" id={id} ref={top} tabIndex={-1}>
        {found && found.total > 0 ? headingOf(found) : t('answerbook:content:inbound:pages')}
      </h2>
      {hasFailed && (
        <div className="answerbook-inbound-links__failed" role="alert">
          {t('answerbook:content:inbound:failed')}{' '}
          <Button buttonStyle="secondary" margin={false} onClick={() => setAttempt(attempt + 1)} size="small">
            {t('answerbook:content:inbound:retry')}
          </Button>
        </div>
      )}
      {found?.total === 0 && !hasFailed && (
        <p className="answerbook-inbound-links__none">{t('answerbook:content:inbound:none')}</p>
      )}
      {found && found.total > 0 && (
        <>
          <ul className="answerbook-inbound-links__list">
            {found.links.map((link) => (
              <Row key={link.id} link={link} />
            ))}
          </ul>
          <PageButtons
            label={t('answerbook:content:inbound:pages')}
            onChange={goTo}
            page={page}
            totalPages={found.totalPages}
          />
        </>
      )}
    </div>
  )
}
