import { getTranslation } from '@payloadcms/translations'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { translate } from '../../translations/translate.ts'
import './NewDocument.css'
import { NewDocumentForm } from './NewDocumentForm.tsx'

/**
 * The page for a new document of a collection with drafts: asks for its title, and only then creates it. Payload's own
 * page creates an empty document when it is opened, which stays even if nobody writes anything.
 */
export const NewDocument = ({ initPageResult }: AdminViewServerProps) => {
  const { collectionConfig, permissions, req } = initPageResult
  if (!collectionConfig) return null
  const { routes } = req.payload.config
  const { admin, flattenedFields, labels, slug } = collectionConfig
  const name = admin.useAsTitle ?? 'id'
  const field = flattenedFields.find((candidate) => candidate.name === name)
  const label = field && 'label' in field ? field.label : undefined
  const path = `/collections/${slug}` as const
  return (
    <Gutter className="answerbook-new">
      {permissions.collections?.[slug]?.create ? (
        <NewDocumentForm
          api={formatAdminURL({ apiRoute: routes.api, path: `/${slug}` })}
          label={label ? getTranslation(label, req.i18n) : name}
          list={formatAdminURL({ adminRoute: routes.admin, path })}
          name={name}
          plural={getTranslation(labels.plural, req.i18n)}
          singular={getTranslation(labels.singular, req.i18n)}
        />
      ) : (
        <p>{translate(req, 'answerbook:newDocument:notAllowed')}</p>
      )}
    </Gutter>
  )
}
