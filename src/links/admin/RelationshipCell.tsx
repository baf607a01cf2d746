'use client'

import { useConfig, useListRelationships } from '@payloadcms/ui'
import type { DefaultCellComponentProps, RelationshipFieldClient } from 'payload'
import { useEffect } from 'react'

import { useWords } from '../../admin/useWords.ts'
import { relationsOf } from './relationsOf.ts'
import { titleOf } from './titleOf.ts'

/**
 * The related documents of a row of a list, by their titles. Payload requests them when the row scrolls into view, and
 * shows none until then; here they are requested at once, and a row that is waiting shows dots.
 */
export const RelationshipCell = ({ cellData, field }: DefaultCellComponentProps<RelationshipFieldClient>) => {
  const { getEntityConfig } = useConfig()
  const { documents, getRelationships } = useListRelationships()
  const { t } = useWords()
  const relations = relationsOf(cellData, field.relationTo)
  const asked = JSON.stringify(relations)
  useEffect(() => {
    if (relations.length > 0) getRelationships(relations)
    // The list of relations is a new array on each render.
  }, [asked])
  if (relations.length === 0) return <span>{t('general:none')}</span>
  const titles = relations.map(({ relationTo, value }) =>
    titleOf(
      documents[relationTo]?.[value],
      { gone: t('answerbook:content:related:gone'), untitled: t('general:untitled') },
      getEntityConfig({ collectionSlug: relationTo }).admin.useAsTitle,
    ),
  )
  return <span>{titles.join(', ')}</span>
}
