import type { CollectionConfig, Endpoint } from 'payload'

import { refusal } from '../documents/refusal.ts'

type Route = Omit<Endpoint, 'handler' | 'root'>

const versionRoutes: Route[] = [
  { path: '/versions', method: 'get' },
  { path: '/versions/:id', method: 'get' },
  { path: '/versions/:id', method: 'post' },
]

const verifyRoutes: Route[] = [{ path: '/verify/:id', method: 'post' }]

const keepsNoVersions = ({ versions }: CollectionConfig): boolean => !versions

const verifiesNobody = ({ auth }: CollectionConfig): boolean =>
  Boolean(auth) && !(typeof auth === 'object' && auth.verify)

/**
 * The endpoints that Payload adds to every collection, even if this one does not support them, in which case they fail
 * with a 500: versions of a collection without versions, and email verification if it is not enabled. Each responds
 * with 404.
 */
export const absentEndpoints = (collection: CollectionConfig): Omit<Endpoint, 'root'>[] =>
  [
    ...(keepsNoVersions(collection) ? versionRoutes : []),
    ...(verifiesNobody(collection) ? verifyRoutes : []),
  ].map((route) => ({ ...route, handler: () => refusal('There is nothing at this address.', 404) }))
