import { expect, it } from 'vitest'

import * as collections from '../collections/index.ts'
import * as database from '../src/database/index.ts'
import * as app from '../src/exports/app.ts'
import * as hooks from '../src/exports/hooks.ts'
import * as markdown from '../src/exports/markdown.ts'
import * as door from '../src/index.ts'

// What another app may have built on. Taking a name away, or changing what it does, is a new major version.
it.each<[string, object, string[]]>([
  [
    'answerbook',
    door,
    [
      'ConfigurationError',
      'MappingError',
      'answerbookPlugin',
      'auditFiles',
      'codecs',
      'contentAccess',
      'dayField',
      'exportFiles',
      'findRedirect',
      'importAsMigration',
      'importFiles',
      'markdownField',
      'relatedFields',
      'revertImportMigration',
      'rolePolicies',
      'seoField',
      'slugField',
      'urlField',
      'verifyFiles',
    ],
  ],
  [
    'codecs of answerbook',
    door.codecs,
    [
      'checkbox',
      'dateTime',
      'day',
      'escapedMarkdown',
      'list',
      'number',
      'relation',
      'rows',
      'status',
      'text',
      'upload',
    ],
  ],
  [
    'answerbook/app',
    app,
    [
      'createLogger',
      'isAdmin',
      'isEditor',
      'isStaff',
      'keepLocksTo',
      'keepShownPictures',
      'limitReads',
      'logOnlyEmail',
      'readEnvironment',
      'refuseDeletingUsed',
      'roleOf',
      'roles',
    ],
  ],
  [
    'answerbook/hooks',
    hooks,
    [
      'deriveSlugAndUrl',
      'editingSession',
      'fillSeoTitle',
      'healLinksOnArrival',
      'holdLock',
      'keepDraftOnTop',
      'keepLinkIndex',
      'linkFieldsOf',
      'onPublishedUrlChange',
      'redirectMoved',
      'refuseStaleSave',
      'refuseUnapprovedPublishing',
      'rememberPublishedUrl',
      'rememberRestoring',
      'removeRedirectsOnDelete',
      'unlinkOnDelete',
      'validSlug',
    ],
  ],
  [
    'answerbook/markdown',
    markdown,
    ['lexicalForReaders', 'lexicalToMarkdown', 'markdownToLexical', 'renderHtml', 'saveMarkdown', 'toText'],
  ],
  ['answerbook/collections', collections, ['articleMapping', 'articles', 'media', 'subjects', 'users']],
  [
    'answerbook/database',
    database,
    [
      'MigrationError',
      'databaseFor',
      'migrate',
      'migrateDown',
      'mongoDatabase',
      'pendingSteps',
      'postgresDatabase',
      'renameCollections',
      'sqliteDatabase',
    ],
  ],
])('%s exports what it promises', (_, module, names) => {
  expect(Object.keys(module).sort()).toEqual(names)
})
