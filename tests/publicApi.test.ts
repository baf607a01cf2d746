import { expect, it } from 'vitest'

import * as collections from '../collections/index.ts'
import * as database from '../src/database/index.ts'
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
      'checkbox',
      'contentAccess',
      'createLogger',
      'dateTime',
      'day',
      'dayField',
      'deriveSlugAndUrl',
      'editingSession',
      'escapedMarkdown',
      'exportFiles',
      'fillSeoTitle',
      'healLinksOnArrival',
      'importAsMigration',
      'importFiles',
      'isAdmin',
      'isEditor',
      'isStaff',
      'keepDraftOnTop',
      'keepLocksTo',
      'limitReads',
      'list',
      'logOnlyEmail',
      'markdownField',
      'number',
      'onPublishedUrlChange',
      'readEnvironment',
      'redirectMoved',
      'refuseDeletingUsed',
      'refuseStaleSave',
      'refuseUnapprovedPublishing',
      'relatedFields',
      'relation',
      'rememberPublishedUrl',
      'rememberRestoring',
      'removeRedirectsOnDelete',
      'roleOf',
      'rolePolicies',
      'roles',
      'seoField',
      'slugAndUrlFields',
      'status',
      'takeBackMigration',
      'text',
      'unlinkOnDelete',
      'verifyFiles',
    ],
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
      'sqliteDatabase',
    ],
  ],
])('%s exports what it promises', (_, module, names) => {
  expect(Object.keys(module).sort()).toEqual(names)
})
