import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** @type {import('next').NextConfig} */
const config = {
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
  // The front door compresses.
  compress: false,
  // A second copy of Payload in Next's bundle would not recognize the errors of the first.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/db-postgres',
    '@payloadcms/db-sqlite',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
  ],
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
  devIndicators: false,
  typescript: { tsconfigPath: 'tsconfig.next.json', ignoreBuildErrors: true },
}

export default withPayload(config, { devBundleServerPackages: false })
