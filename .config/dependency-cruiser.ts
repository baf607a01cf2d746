import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser'

type Rule = IRegularForbiddenRuleType

// Which room of src/ may import which, from the ground up: a room names only rooms that stand before it, so that there is
// no circle of rooms. What is not named here is refused.
const rooms: Record<string, string[]> = {
  // Made by Payload: its files are not looked at.
  generated: [],
  // Pure: no framework, no Node.
  problems: [],
  markdown: [],
  frontMatter: ['problems'],
  mapping: ['frontMatter', 'markdown', 'problems'],
  // What everything else is built on.
  progress: [],
  translations: [],
  files: ['problems'],
  database: ['progress'],
  documents: ['database', 'mapping'],
  admin: ['translations'],
  // One concern of a collection each.
  access: ['documents', 'translations'],
  requests: ['documents'],
  images: ['documents', 'translations'],
  drafts: ['admin', 'documents', 'translations'],
  editing: ['access', 'admin', 'documents', 'translations'],
  urls: ['access', 'documents', 'drafts', 'mapping', 'translations'],
  fields: ['documents', 'frontMatter', 'problems', 'translations', 'urls'],
  links: ['access', 'admin', 'documents', 'drafts', 'mapping', 'translations', 'urls'],
  markdownField: ['admin', 'documents', 'mapping', 'markdown', 'translations'],
  // The job: files in, files out.
  sync: [
    'admin',
    'database',
    'documents',
    'drafts',
    'files',
    'frontMatter',
    'links',
    'mapping',
    'markdownField',
    'problems',
    'progress',
    'translations',
    'urls',
  ],
  dashboard: ['admin', 'documents', 'editing', 'links', 'sync', 'translations'],
  // What wires it, and the doors.
  plugin: [
    'access',
    'dashboard',
    'documents',
    'drafts',
    'editing',
    'fields',
    'files',
    'links',
    'mapping',
    'markdownField',
    'problems',
    'requests',
    'sync',
    'translations',
    'urls',
  ],
  setup: ['access', 'database', 'documents', 'problems'],
  cli: [
    'access',
    'database',
    'documents',
    'files',
    'links',
    'mapping',
    'problems',
    'progress',
    'setup',
    'sync',
  ],
  exports: [
    'access',
    'dashboard',
    'database',
    'drafts',
    'editing',
    'fields',
    'images',
    'links',
    'markdown',
    'markdownField',
    'setup',
    'sync',
    'urls',
  ],
  // The app that npm does not get.
  standalone: [
    'access',
    'database',
    'documents',
    'files',
    'generated',
    'links',
    'problems',
    'progress',
    'setup',
    'sync',
    'urls',
  ],
}

/** The rooms of src/ that the table knows, from the ground up. */
export const roomNames = Object.keys(rooms)

/** What each room may import beside itself. */
export const allowedRooms: Readonly<Record<string, readonly string[]>> = rooms

const onlyAllowedRooms: Rule[] = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-what-is-below`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
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
const pure = { path: '^src/(problems|markdown|frontMatter|mapping)/' }

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
    { path: '^src/', pathNot: '^src/standalone/server/' },
    { path: packages(['express']) },
  ),
  never('react-in-the-admin-only', { path: '^src/', pathNot: '/admin/|^src/standalone/' }, { path: react }),
  never('drivers-in-the-database-only', { path: '^src/', pathNot: '^src/database/' }, { path: drivers }),
  never(
    'file-system-in-few-rooms',
    { path: '^src/', pathNot: '^src/(cli|database|files|progress|requests|setup|standalone/server)/' },
    { dependencyTypes: ['core'], path: '^(node:)?fs(/|$)' },
  ),
  // Imports name the file itself; the index of databases is an entry point of the package.
  never('files-by-their-names', { path: '^src/' }, { path: '^src/(?!database/)[^/]+/index[.]ts$' }),
  never('components-by-name-only', { path: '^src/', pathNot: '/admin/|^src/exports/' }, { path: '/admin/' }),
  never(
    'no-server-code-in-the-browser',
    { path: '^src/exports/client[.]ts$' },
    { path: '^src/', pathNot: '/admin/' },
  ),
  never(
    'nothing-needs-the-app',
    { path: '^src/', pathNot: '^src/standalone/' },
    { path: '^src/standalone/' },
  ),
  never('src-knows-no-app', { path: '^src/' }, { path: '^(collections|migrations)/' }),
  never(
    'the-config-by-its-alias',
    { path: '^src/' },
    { path: '^payload[.]config[.]ts$', dependencyTypesNot: ['aliased'] },
  ),
  never(
    'the-config-in-the-outer-rooms',
    { path: '^src/', pathNot: '^src/(cli|standalone)/' },
    { path: '^payload[.]config[.]ts$' },
  ),
  never(
    'the-app-uses-the-doors',
    { path: '^(collections|migrations)/|^payload[.]config[.]ts$' },
    { path: '^src/', pathNot: '^src/(index|database/index|exports/[^/]+)[.]ts$' },
  ),
  never(
    'the-doors-by-their-names',
    { path: '^(collections|migrations)/|^payload[.]config[.]ts$' },
    // What package.json exports is undetermined to dependency-cruiser; a path is local.
    { path: '^src/', dependencyTypes: ['local'] },
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
  exclude: { path: '^src/(standalone/[.]next|generated)/|^src/standalone/next-env[.]d[.]ts$' },
  tsPreCompilationDeps: true,
}

/** How imports are resolved. */
export const resolution = {
  conditionNames: ['import', 'node', 'default', 'types'],
  exportsFields: ['exports'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
}
