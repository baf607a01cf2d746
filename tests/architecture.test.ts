import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { describe, expect, it } from 'vitest'

import { allowedRooms, forbidden, options, resolution, roomNames } from '../.config/dependency-cruiser.ts'
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

const writtenRooms = roomNames.filter((room) => room !== 'generated')

const violationsOf = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ from, rule, to }) => `${rule.name}: ${from} -> ${to}`)

const empty = 'export const nothing = 0\n'

/** What a file of a small project breaks that has one import. */
const violationsIn = async (
  from: string,
  specifier: string,
  files: Record<string, string> = {},
): Promise<string[]> => {
  const root = await temporaryFolder()
  const paths = { '@payload-config': ['./payload.config.ts'] }
  await makeTree(root, {
    'tsconfig.json': JSON.stringify({
      compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', paths },
    }),
    'payload.config.ts': empty,
    'collections/c.ts': empty,
    'migrations/c.ts': empty,
    'src/index.ts': empty,
    'src/links/admin/c.ts': empty,
    'src/standalone/c.ts': empty,
    'src/sync/a.ts': empty,
    'src/sync/b.ts': "export { nothing } from './a.ts'\n",
    'src/sync/c.ts': empty,
    'src/sync/index.ts': empty,
    'tests/c.ts': empty,
    ...files,
    [from]: `export * from '${specifier}'\n`,
  })
  return violationsOf(await cruised(roots, root))
}

const examples: [string, string, string, string][] = [
  ['a cycle', 'src/sync/a.ts', './b.ts', 'no-cycles: src/sync/a.ts -> src/sync/b.ts'],
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
  ['Express in sync', 'src/sync/a.ts', 'express', 'express-in-the-server-only: src/sync/a.ts -> express'],
  ['React in sync', 'src/sync/a.ts', 'react', 'react-in-the-admin-only: src/sync/a.ts -> react'],
  [
    'Next in links',
    'src/links/a.ts',
    'next/headers',
    'react-in-the-admin-only: src/links/a.ts -> next/headers',
  ],
  [
    'a driver in sync',
    'src/sync/a.ts',
    '@libsql/client',
    'drivers-in-the-database-only: src/sync/a.ts -> @libsql/client',
  ],
  [
    'the file system in sync',
    'src/sync/a.ts',
    'node:fs/promises',
    'file-system-in-few-rooms: src/sync/a.ts -> fs/promises',
  ],
  [
    'a component in a field',
    'src/links/a.ts',
    './admin/c.ts',
    'components-by-name-only: src/links/a.ts -> src/links/admin/c.ts',
  ],
  [
    'server code in the browser',
    'src/exports/client.ts',
    '../sync/c.ts',
    'no-server-code-in-the-browser: src/exports/client.ts -> src/sync/c.ts',
  ],
  [
    'the app in the plugin',
    'src/plugin/a.ts',
    '../standalone/c.ts',
    'nothing-needs-the-app: src/plugin/a.ts -> src/standalone/c.ts',
  ],
  [
    'what gathers a room',
    'src/sync/a.ts',
    './index.ts',
    'files-by-their-names: src/sync/a.ts -> src/sync/index.ts',
  ],
  [
    'the content model in src',
    'src/standalone/a.ts',
    '../../collections/c.ts',
    'src-knows-no-app: src/standalone/a.ts -> collections/c.ts',
  ],
  [
    'the config in sync',
    'src/sync/a.ts',
    '../../payload.config.ts',
    'the-config-in-the-outer-rooms: src/sync/a.ts -> payload.config.ts',
  ],
  [
    'the config by its file',
    'src/standalone/a.ts',
    '../../payload.config.ts',
    'the-config-by-its-alias: src/standalone/a.ts -> payload.config.ts',
  ],
  [
    'a room in the content model',
    'collections/a.ts',
    '../src/sync/c.ts',
    'the-app-uses-the-doors: collections/a.ts -> src/sync/c.ts',
  ],
  [
    'a door by its file',
    'payload.config.ts',
    './src/index.ts',
    'the-doors-by-their-names: payload.config.ts -> src/index.ts',
  ],
  ['a test', 'src/sync/a.ts', '../../tests/c.ts', 'nobody-needs-tests: src/sync/a.ts -> tests/c.ts'],
  [
    'what does not exist',
    'src/sync/a.ts',
    './nowhere.ts',
    'nothing-unresolved: src/sync/a.ts -> ./nowhere.ts',
  ],
]

describe('the table of imports', () => {
  it('the imports of the sources keep to the table', async () => {
    const result = await cruised(roots, path.resolve('.'))
    expect(result.summary.totalCruised).toBeGreaterThan(200)
    expect(violationsOf(result)).toEqual([])
  })

  it('the table names every room', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).sort()).toEqual([...roomNames].sort())
  })

  it('the table lets rooms import only earlier rooms, so that there are no circles', () => {
    const upwards = roomNames.flatMap((room, floor) =>
      (allowedRooms[room] ?? [])
        .filter((other) => !roomNames.slice(0, floor).includes(other))
        .map((other) => `${room} -> ${other}`),
    )
    expect(upwards).toEqual([])
  })

  it.each(writtenRooms)('the table refuses a room that is not listed for %s', async (room) => {
    const other = writtenRooms.find((name) => name !== room && !allowedRooms[room]?.includes(name))
    const from = `src/${room}/a.ts`
    const to = `src/${other}/c.ts`
    const violations = await violationsIn(from, `../${other}/c.ts`, { [to]: empty })
    expect(violations).toContain(`${room}-imports-only-what-is-below: ${from} -> ${to}`)
  })

  it.each(examples)('the table refuses %s', async (_, from, specifier, violation) => {
    expect(await violationsIn(from, specifier)).toContain(violation)
  })

  it('each rule of the table has a failing example', () => {
    const shown = examples.map(([, , , violation]) => violation.slice(0, violation.indexOf(':')))
    const tested = [...shown, ...writtenRooms.map((room) => `${room}-imports-only-what-is-below`)]
    expect(
      forbidden
        .map(({ name }) => String(name))
        .filter((name) => !name.startsWith('generated'))
        .sort(),
    ).toEqual([...new Set(tested)].sort())
  })
})

describe('files', () => {
  const files = ['src', 'collections', 'migrations'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, file)),
  )
  const written = files.filter(
    (file) =>
      /[.](tsx?|mjs)$/.test(file) &&
      !/^src\/(standalone\/[.]next|generated)\/|^migrations\/(sqlite|postgres)\/2/.test(file) &&
      statSync(file).isFile(),
  )
  const having = (isWrong: (text: string) => boolean): string[] =>
    written.filter((file) => isWrong(readFileSync(file, 'utf8')))

  it('files have at most 150 lines', () => {
    expect(written.length).toBeGreaterThan(200)
    expect(having((text) => text.trimEnd().split('\n').length > 150)).toEqual([])
  })

  it('files refer to issues of dependencies in one form, such as payload#17726', () => {
    expect(having((text) => /github[.]com[/][^ ]+[/](issues|pull)[/]\d/.test(text))).toEqual([])
    expect(having((text) => text.includes('payload#17726'))).toContain('src/database/checkedTransactions.ts')
  })
})
