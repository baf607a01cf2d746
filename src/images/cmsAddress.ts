import type { Payload } from 'payload'

type HasConfig = { config: Pick<Payload['config'], 'routes' | 'serverURL'> }

/** What the addresses of the files of an upload collection begin with, without the host: `/api/media/file/`. */
export const uploadStart = ({ config }: HasConfig, collection: string): string =>
  `${config.routes.api}/${collection}/file/`

/** An address without the host if that is the CMS itself: its `serverURL`, or the machine that a person works on. */
export const withoutHost = ({ config: { serverURL } }: HasConfig, address: string): string =>
  serverURL !== '' && address.startsWith(`${serverURL}/`)
    ? address.slice(serverURL.length)
    : address.replace(/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/)/i, '')
