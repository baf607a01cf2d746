import type { Endpoint, PayloadRequest } from 'payload'

import { refusal } from '../documents/refusal.ts'
import { isStaffRequest, registeredMapping } from '../documents/registeredOptions.ts'
import { linkedField } from '../mapping/urlPattern.ts'
import { translate } from '../translations/translate.ts'
import { inboundLinks } from './inboundLinks.ts'

const pageSize = 10

const pageOf = ({ searchParams }: PayloadRequest): number => {
  const page = Number(searchParams.get('page') ?? 1)
  return Number.isInteger(page) && page >= 1 ? page : 1
}

/**
 * `GET /api/answerbook/inbound/:collection/:id?page=`: the documents that link to a document, ten to a page, by title.
 * For staff only: 401 or 403 for anybody else, 404 for a collection whose documents have no links.
 */
export const inboundEndpoint: Endpoint = {
  path: '/answerbook/inbound/:collection/:id',
  method: 'get',
  handler: async (req) => {
    if (!isStaffRequest(req))
      return req.user
        ? refusal(req.t('error:notAllowedToPerformAction'), 403)
        : refusal(translate(req, 'answerbook:messages:signIn'), 401)
    const { collection, id } = req.routeParams ?? {}
    const mapping = typeof collection === 'string' ? registeredMapping(req.payload, collection) : undefined
    // Postgres refuses a query for some of these characters.
    const isPossible = typeof id === 'string' && !/\p{Cc}/u.test(id)
    if (!mapping?.links || !isPossible) return refusal(req.t('general:notFound'), 404)
    const found = await inboundLinks(req, { collection: mapping.collection, id, url: linkedField(mapping) })
    const totalDocs = found.links.length
    const totalPages = Math.max(1, Math.ceil(totalDocs / pageSize))
    const page = Math.min(pageOf(req), totalPages)
    const docs = found.links.slice((page - 1) * pageSize, page * pageSize)
    return Response.json(
      { docs, totalDocs, isCapped: found.isCapped, page, totalPages, limit: pageSize },
      { headers: { 'Cache-Control': 'private, no-store' } },
    )
  },
}
