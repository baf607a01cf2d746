import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser'

type Rule = IRegularForbiddenRuleType

// Which room of src/ may import which: what is not named here is refused. `store/base` are the few files of the store
// that know Payload's documents or the phases of a run, and nothing of files.
const rooms: Record<string, string[]> = {
  access: [],
  admin: ['endpoints', 'links', 'markdown', 'plugin', 'progress', 'store/base'],
  app: ['generated'],
  cli: ['access', 'database', 'files', 'frontMatter', 'mapping', 'plugin', 'progress', 'setup', 'store'],
  database: ['store/base'],
  endpoints: ['mapping', 'plugin', 'store'],
  fields: ['access', 'hooks'],
  files: ['frontMatter'],
  formats: ['markdown'],
  frontMatter: [],
  generated: [],
  hooks: ['access', 'formats', 'frontMatter', 'links', 'store/base'],
  ledger: ['access', 'hooks', 'links', 'store/base'],
  links: ['store/base'],
  mapping: ['frontMatter', 'markdown'],
  markdown: [],
  plugin: [
    'access',
    'endpoints',
    'formats',
    'frontMatter',
    'hooks',
    'ledger',
    'links',
    'mapping',
    'queries',
    'setup',
    'store',
  ],
  progress: ['store/base'],
  queries: ['store/base'],
  server: ['database', 'ledger', 'plugin', 'progress', 'setup', 'store/base'],
  setup: ['access', 'database', 'store/base'],
  store: ['database', 'files', 'frontMatter', 'links', 'mapping'],
}

/** The rooms of src/ that the table knows. */
export const roomNames = Object.keys(rooms)

const folderOf = (room: string): string =>
  room === 'store/base'
    ? 'store/(context|documents|goneRuns|importBatch|latestDraft|phases|rows|transaction)[.]ts$'
    : `${room}/`

const onlyAllowedRooms: Rule[] = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-what-is-below`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].map((name) => folderOf(name)).join('|')})` },
}))

const packages = (names: string[]): string => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`

const never = (name: string, from: Rule['from'], to: Rule['to']): Rule => ({
  name,
  severity: 'error',
  from,
  to,
})

const framework = packages(['payload', '@payloadcms/[^/]+'])
const react = packages(['react', 'react-dom', 'next', '@payloadcms/ui', '@payloadcms/next'])
const drivers = packages(['@libsql/[^/]+', '@payloadcms/db-[^/]+', 'mongodb', 'mongoose', 'drizzle-orm'])
const pure = { path: '^src/(frontMatter|markdown|mapping)/' }

/** What may not be imported where. */
export const forbidden: Rule[] = [
  never('no-cycles', {}, { circular: true }),
  never('nothing-unresolved', {}, { couldNotResolve: true, pathNot: '^(payload|@payloadcms)(/|$)' }),
  ...onlyAllowedRooms,
  never('pure-rooms-know-no-framework', pure, { path: [framework, react] }),
  never('pure-rooms-know-no-node', pure, { dependencyTypes: ['core'] }),
  never('files-know-no-payload', { path: '^src/files/' }, { path: framework }),
  never(
    'express-in-the-server-only',
    { path: '^src/', pathNot: '^src/server/' },
    { path: packages(['express']) },
  ),
  never(
    'react-in-the-admin-only',
    { path: '^src/', pathNot: '^src/(admin|app|server|next[.]config)' },
    { path: react },
  ),
  never('drivers-in-the-database-only', { path: '^src/', pathNot: '^src/database/' }, { path: drivers }),
  never(
    'file-system-in-few-rooms',
    { path: '^src/', pathNot: '^src/(cli|database|endpoints|files|progress|server|setup)/' },
    { dependencyTypes: ['core'], path: '^(node:)?fs(/|$)' },
  ),
  never('components-by-name-only', { path: '^src/(plugin|fields)/' }, { path: '^src/admin/' }),
  never('src-knows-no-app', { path: '^src/' }, { path: '^(collections|migrations)/' }),
  never(
    'the-config-by-its-alias',
    { path: '^src/' },
    { path: '^payload[.]config[.]ts$', dependencyTypesNot: ['aliased'] },
  ),
  never(
    'the-config-in-the-outer-rooms',
    { path: '^src/', pathNot: '^src/(app|cli|server)/' },
    { path: '^payload[.]config[.]ts$' },
  ),
  never(
    'the-app-uses-the-doors',
    { path: '^(collections|migrations)/|^payload[.]config[.]ts$' },
    { path: '^src/', pathNot: '^src/(database/)?index[.]ts$' },
  ),
  never(
    'the-doors-by-their-names',
    { path: '^(collections|migrations)/|^payload[.]config[.]ts$' },
    { path: '^src/', dependencyTypesNot: ['aliased'] },
  ),
  never(
    'nobody-needs-tests',
    { path: '^(src|collections|migrations)/' },
    { path: '^(tests|[.]scripts|[.]config)/' },
  ),
]

/** What is read. */
export const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^src/([.]next|generated)/|^src/next-env[.]d[.]ts$' },
  tsPreCompilationDeps: true,
}

/** How imports are resolved. */
export const resolution = {
  conditionNames: ['import', 'node', 'default', 'types'],
  exportsFields: ['exports'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
}
