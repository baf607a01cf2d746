import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import './NewDocument.css'
import { NewDocumentForm } from './NewDocumentForm.tsx'

const textOf = (label: unknown, otherwise: string): string => (typeof label === 'string' ? label : otherwise)

/**
 * Where a document with drafts begins: asks for its title, and makes it only then. Payload's own page makes an empty
 * document when it is opened, which stays where nobody writes anything.
 */
export const NewDocument = ({ initPageResult }: AdminViewServerProps) => {
  const { collectionConfig, permissions, req } = initPageResult
  if (!collectionConfig) return null
  const { routes } = req.payload.config
  const { admin, flattenedFields, labels, slug } = collectionConfig
  const name = admin.useAsTitle ?? 'id'
  const field = flattenedFields.find((candidate) => candidate.name === name)
  const label = textOf(field && 'label' in field ? field.label : undefined, name)
  const singular = textOf(labels.singular, slug)
  const path = `/collections/${slug}` as const
  return (
    <Gutter className="answerbook-new">
      {permissions.collections?.[slug]?.create ? (
        <NewDocumentForm
          api={formatAdminURL({ apiRoute: routes.api, path: `/${slug}` })}
          label={label}
          list={formatAdminURL({ adminRoute: routes.admin, path })}
          name={name}
          plural={textOf(labels.plural, slug)}
          singular={singular}
        />
      ) : (
        <p>You may not make a new {singular.toLowerCase()}.</p>
      )}
    </Gutter>
  )
}
