import { Link } from '@payloadcms/ui'

import { translate, type Translator } from '../../../translations/translate.ts'

export type PageLinksProps = {
  page: number
  pages: number
  hrefOf: (page: number) => string
  translator: Translator
}

/** Links to the previous and the next page of a list; nothing if it has one page. */
export const PageLinks = ({ hrefOf, page, pages, translator }: PageLinksProps) =>
  pages > 1 && (
    <nav aria-label={translate(translator, 'answerbook:changes:pages')} className="answerbook-changes__pages">
      {page > 1 && (
        <Link href={hrefOf(page - 1)} prefetch={false} rel="prev">
          {translate(translator, 'answerbook:changes:previous')}
        </Link>
      )}
      <span aria-current="page">{translate(translator, 'answerbook:changes:page', { page, pages })}</span>
      {page < pages && (
        <Link href={hrefOf(page + 1)} prefetch={false} rel="next">
          {translate(translator, 'answerbook:changes:next')}
        </Link>
      )}
    </nav>
  )
