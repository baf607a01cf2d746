import type { Endpoint } from 'payload'

import { refusal } from '../../documents/refusal.ts'
import { findRedirect } from './findRedirect.ts'
import { isPath } from './redirectPaths.ts'

// Longer than any URL that browsers and servers commonly accept.
const maxLength = 2048

/**
 * `GET /api/answerbook/redirect?path=/old`: `{ "location": "/new", "status": 301 }`, or 404 if there is no redirect
 * from the path. Public, since a visitor who requests the old URL learns the same; a draft's URL is never revealed. 400
 * for anything that is not a path of this site.
 */
export const redirectEndpoint: Endpoint = {
  path: '/answerbook/redirect',
  method: 'get',
  handler: async (req) => {
    const [path = '', ...more] = req.searchParams.getAll('path')
    if (!isPath(path) || more.length > 0)
      return refusal('Name one path of the site, without its query: ?path=/old', 400)
    if (path.length > maxLength) return refusal(`A path may have ${maxLength} characters.`, 400)
    const found = await findRedirect(req.payload)(path)
    if (!found) return refusal('There is no redirect from this path.', 404)
    return Response.json(found, { headers: { 'Cache-Control': 'public, max-age=300' } })
  },
}
