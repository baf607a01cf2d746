import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { describe, expect, it } from 'vitest'

import { forbidden, options, resolution, roomNames } from '../.config/dependency-cruiser.ts'
import { makeTree } from './files/makeTree.ts'
import { temporaryFolder } from './files/temporaryFolder.ts'

const roots = ['src', 'collections', 'migrations', 'payload.config.ts']

const cruised = async (folders: string[], baseDir: string): Promise<ICruiseResult> => {
  const tsConfig = path.join(baseDir, 'tsconfig.json')
  const { output } = await cruise(
    folders,
    { ...options, baseDir, tsConfig: { fileName: tsConfig }, ruleSet: { forbidden }, validate: true },
    { ...resolution, bustTheCache: true },
    { tsConfig: extractTSConfig(tsConfig) },
  )
  if (typeof output === 'string') throw new TypeError(output)
  return output
}

const violationsOf = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ from, rule, to }) => `${rule.name}: ${from} -> ${to}`)

describe('the table of imports', () => {
  it('is kept', async () => {
    const result = await cruised(roots, path.resolve('.'))
    expect(result.summary.totalCruised).toBeGreaterThan(200)
    expect(violationsOf(result)).toEqual([])
  })

  it('names every room', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== '.next',
    )
    expect(folders.map(({ name }) => name).sort()).toEqual([...roomNames].sort())
  })

  it.each<[string, string, string, string]>([
    ['a cycle', 'src/store/a.ts', '../../src/store/b.ts', 'no-cycles: src/store/a.ts -> src/store/b.ts'],
    [
      'a room above',
      'src/mapping/a.ts',
      '../store/c.ts',
      'mapping-imports-only-what-is-below: src/mapping/a.ts -> src/store/c.ts',
    ],
    [
      'more of the store than its base',
      'src/links/a.ts',
      '../store/c.ts',
      'links-imports-only-what-is-below: src/links/a.ts -> src/store/c.ts',
    ],
    [
      'Payload in a pure room',
      'src/mapping/a.ts',
      'payload',
      'pure-rooms-know-no-framework: src/mapping/a.ts -> payload',
    ],
    [
      'Node in a pure room',
      'src/frontMatter/a.ts',
      'node:path',
      'pure-rooms-know-no-node: src/frontMatter/a.ts -> path',
    ],
    ['Payload in files', 'src/files/a.ts', 'payload', 'files-know-no-payload: src/files/a.ts -> payload'],
    [
      'Express in the store',
      'src/store/a.ts',
      'express',
      'express-in-the-server-only: src/store/a.ts -> express',
    ],
    ['React in the store', 'src/store/a.ts', 'react', 'react-in-the-admin-only: src/store/a.ts -> react'],
    [
      'Next in links',
      'src/links/a.ts',
      'next/headers',
      'react-in-the-admin-only: src/links/a.ts -> next/headers',
    ],
    [
      'a driver in the store',
      'src/store/a.ts',
      '@libsql/client',
      'drivers-in-the-database-only: src/store/a.ts -> @libsql/client',
    ],
    [
      'the file system in the store',
      'src/store/a.ts',
      'node:fs/promises',
      'file-system-in-few-rooms: src/store/a.ts -> fs/promises',
    ],
    [
      'a component in a field',
      'src/fields/a.ts',
      '../admin/c.ts',
      'components-by-name-only: src/fields/a.ts -> src/admin/c.ts',
    ],
    [
      'the app in src',
      'src/server/a.ts',
      '../../collections/c.ts',
      'src-knows-no-app: src/server/a.ts -> collections/c.ts',
    ],
    [
      'the config in the store',
      'src/store/a.ts',
      '../../payload.config.ts',
      'the-config-in-the-outer-rooms: src/store/a.ts -> payload.config.ts',
    ],
    [
      'the config by its file',
      'src/server/a.ts',
      '../../payload.config.ts',
      'the-config-by-its-alias: src/server/a.ts -> payload.config.ts',
    ],
    [
      'a room in the app',
      'collections/a.ts',
      '../src/store/c.ts',
      'the-app-uses-the-doors: collections/a.ts -> src/store/c.ts',
    ],
    [
      'a door by its file',
      'payload.config.ts',
      './src/index.ts',
      'the-doors-by-their-names: payload.config.ts -> src/index.ts',
    ],
    ['a test', 'src/store/a.ts', '../../tests/c.ts', 'nobody-needs-tests: src/store/a.ts -> tests/c.ts'],
    [
      'what does not exist',
      'src/store/a.ts',
      './nowhere.ts',
      'nothing-unresolved: src/store/a.ts -> ./nowhere.ts',
    ],
  ])('refuses %s', async (_, from, specifier, violation) => {
    const root = await temporaryFolder()
    const paths = { '@payload-config': ['./payload.config.ts'], answerbook: ['./src/index.ts'] }
    const empty = 'export const nothing = 0\n'
    await makeTree(root, {
      'tsconfig.json': JSON.stringify({
        compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', paths },
      }),
      'payload.config.ts': empty,
      'collections/c.ts': empty,
      'migrations/c.ts': empty,
      'src/admin/c.ts': empty,
      'src/index.ts': empty,
      'src/store/b.ts': "export { nothing } from './a.ts'\n",
      'src/store/c.ts': empty,
      'tests/c.ts': empty,
      'src/store/a.ts': empty,
      [from]: `export * from '${specifier}'\n`,
    })
    expect(violationsOf(await cruised(roots, root))).toContain(violation)
  })
})

describe('files', () => {
  it('have at most 150 lines', () => {
    const files = ['src', 'collections', 'migrations'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, file)),
    )
    const written = files.filter(
      (file) =>
        /[.](tsx?|mjs)$/.test(file) && !/^src\/([.]next|generated)\/|^migrations\/(sqlite|postgres)\/2/.test(file),
    )
    const long = written.filter(
      (file) => statSync(file).isFile() && readFileSync(file, 'utf8').trimEnd().split('\n').length > 150,
    )
    expect(written.length).toBeGreaterThan(200)
    expect(long).toEqual([])
  })
})
