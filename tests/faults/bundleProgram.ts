import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Modules that stay outside: native ones, the drivers whose classes are watched, and what only a server needs. */
const external = [
  ...['@libsql/client', 'libsql', 'mongodb', 'mongoose', 'pg', 'sharp'],
  ...['@payloadcms/next', '@payloadcms/ui', 'drizzle-kit', 'next', 'prettier', 'react', 'react-dom'],
]

// What CommonJS modules expect in a file of another kind.
const banner = [
  "import { createRequire as requireForBundle } from 'node:module'",
  "import { fileURLToPath as pathForBundle } from 'node:url'",
  'const require = requireForBundle(import.meta.url)',
  'const __filename = pathForBundle(import.meta.url)',
  "const __dirname = pathForBundle(new URL('.', import.meta.url))",
].join('\n')

/**
 * Puts the program that is killed, with Payload, into one file for a database, and returns its path. It starts four times
 * as fast, which counts for a program that is started at each of hundreds of operations.
 */
export const bundleProgram = async (database: string): Promise<string> => {
  const outfile = path.join(root, `.build/faults/killedProcess-${database}.mjs`)
  await build({
    banner: { js: banner },
    bundle: true,
    // The configuration finds the app's folder by its own address.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(root, 'payload.config.ts')).href) },
    entryPoints: [fileURLToPath(new URL('./killedProcess.ts', import.meta.url))],
    external: external.flatMap((name) => [name, `${name}/*`]),
    format: 'esm',
    loader: { '.css': 'empty', '.scss': 'empty' },
    logLevel: 'error',
    outfile,
    platform: 'node',
    target: 'node20',
  })
  return outfile
}
