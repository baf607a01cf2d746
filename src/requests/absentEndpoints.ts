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
 * The endpoints that Payload gives to every collection though this one has nothing behind them, where it would fail with
 * a 500: versions of a collection that keeps none, and the confirming of addresses where nobody has to. Each answers 404.
 */
export const absentEndpoints = (collection: CollectionConfig): Omit<Endpoint, 'root'>[] =>
  [
    ...(keepsNoVersions(collection) ? versionRoutes : []),
    ...(verifiesNobody(collection) ? verifyRoutes : []),
  ].map((route) => ({ ...route, handler: () => refusal('There is nothing at this address.', 404) }))
