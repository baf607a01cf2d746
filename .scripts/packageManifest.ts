import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'

import ts from 'typescript'
import { z } from 'zod'

import { minimumPayload } from '../src/plugin/checkPayloadVersion.ts'

const ownManifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  engines: z.record(z.string(), z.string()),
  bin: z.record(z.string(), z.string()),
  exports: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})

const readManifest = (root: string): z.infer<typeof ownManifest> =>
  ownManifest.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))

/** Packages that the app provides, since there must be only one copy of each. */
const peers: Record<string, string> = {
  '@payloadcms/richtext-lexical': `^${minimumPayload}`,
  '@payloadcms/ui': `^${minimumPayload}`,
  graphql: '^16.8.1',
  next: '>=15.2.9',
  payload: `^${minimumPayload}`,
  react: '^19.0.1',
  'react-dom': '^19.0.1',
}

/** Packages that only `answerbook/database` needs: Payload's own adapters work with the plugin too. */
const optionalPeers: Record<string, string> = {
  '@libsql/client': '>=0.14.0',
  '@payloadcms/db-mongodb': `^${minimumPayload}`,
  '@payloadcms/db-postgres': `^${minimumPayload}`,
  '@payloadcms/db-sqlite': `^${minimumPayload}`,
}

const packageOf = (specifier: string): string => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier

/** The names of what package.json exports, each with its source, such as './src/index.ts'. */
export const doorsOf = (root: string): Record<string, string> => readManifest(root).exports

/** The packages that the built files of a folder import, sorted. */
export const importedPackages = (folder: string, extension: RegExp): string[] => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    extension.test(file),
  )
  const specifiers = files.flatMap((file) =>
    ts
      .preProcessFile(readFileSync(path.join(folder, file), 'utf8'), true, true)
      .importedFiles.map(({ fileName }) => fileName),
  )
  const outside = specifiers.filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier))
  return [...new Set(outside.map(packageOf))].sort()
}

// All Payload packages of an app have one version, and some plugins are released later than Payload.
const rangeOf = (name: string, version: string): string =>
  `^${name.startsWith('@payloadcms/') ? minimumPayload : version}`

/**
 * The package.json of the npm package with the built files in a folder. Its dependencies are what those files import,
 * in the versions of the app or compatible newer ones; for Payload's own packages, from the oldest supported version.
 * Throws if a file imports a package that the app does not have.
 */
export const packageManifest = (root: string, built: string): Record<string, unknown> => {
  const own = readManifest(root)
  const allPeers = { ...peers, ...optionalPeers }
  const imported = importedPackages(built, /\.m?js$/).filter(
    (name) => name !== own.name && !(name in allPeers),
  )
  const dependencies = imported.map((name) => {
    const version = own.dependencies[name]
    if (version === undefined)
      throw new Error(`The package imports ${name}, which is no dependency of the app.`)
    return [name, rangeOf(name, version)]
  })
  const types = importedPackages(built, /\.d\.ts$/)
    .filter((name) => name !== own.name && !(name in allPeers) && !imported.includes(name))
    .map((name) => {
      const holder = name in own.dependencies ? name : `@types/${name}`
      const version = own.dependencies[holder] ?? own.devDependencies[holder]
      if (version === undefined)
        throw new Error(`The package's types need ${name}, which the app does not have.`)
      return [holder, `^${version}`]
    })
  return {
    name: own.name,
    version: own.version,
    description: own.description,
    keywords: ['payload', 'payload-plugin', 'payloadcms', 'markdown', 'front-matter', 'import', 'export'],
    license: own.license,
    type: 'module',
    engines: own.engines,
    bin: own.bin,
    sideEffects: ['**/*.css'],
    exports: Object.fromEntries(
      Object.entries(own.exports).map(([name, source]) => {
        const file = source.replace(/[.]ts$/, '')
        return [name, { types: `${file}.d.ts`, default: `${file}.js` }]
      }),
    ),
    dependencies: Object.fromEntries([...dependencies, ...types].sort()),
    peerDependencies: allPeers,
    peerDependenciesMeta: Object.fromEntries(
      Object.keys(optionalPeers).map((name) => [name, { optional: true }]),
    ),
  }
}
