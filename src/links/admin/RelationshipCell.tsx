'use client'

import { useConfig, useListRelationships } from '@payloadcms/ui'
import type { DefaultCellComponentProps, RelationshipFieldClient } from 'payload'
import { useEffect } from 'react'

import { relationsOf } from './relationsOf.ts'
import { titleOf } from './titleOf.ts'

/**
 * The related documents of a row of a list, by their titles. Payload asks for them when the row comes onto the screen, and
 * says until then that there are none; here they are asked for at once, and a row that waits says so.
 */
export const RelationshipCell = ({ cellData, field }: DefaultCellComponentProps<RelationshipFieldClient>) => {
  const { getEntityConfig } = useConfig()
  const { documents, getRelationships } = useListRelationships()
  const relations = relationsOf(cellData, field.relationTo)
  const asked = JSON.stringify(relations)
  useEffect(() => {
    if (relations.length > 0) getRelationships(relations)
    // The list of relations is a new one with each rendering.
  }, [asked])
  if (relations.length === 0) return <span>None</span>
  const titles = relations.map(({ relationTo, value }) =>
    titleOf(documents[relationTo]?.[value], getEntityConfig({ collectionSlug: relationTo }).admin.useAsTitle),
  )
  return <span>{titles.join(', ')}</span>
}
