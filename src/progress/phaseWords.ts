import type { Phase } from './phases.ts'

/** The name of a phase while it runs, and the unit that it counts. */
export type PhaseWords = { doing: string; unit?: 'documents' | 'files' | 'folders' }

/** The words of every phase. */
export const phaseWords: Record<Phase, PhaseWords> = {
  open: { doing: 'Opening the app' },
  wait: { doing: 'Waiting', unit: 'files' },
  backup: { doing: 'Backing up the database' },
  schema: { doing: 'Migrating the database' },
  takeBack: { doing: 'Reverting the import', unit: 'documents' },
  build: { doing: 'Building the admin panel' },
  serve: { doing: 'Preparing the server' },
  scan: { doing: 'Counting files', unit: 'files' },
  plan: { doing: 'Planning the import', unit: 'files' },
  moves: { doing: 'Looking for moved files', unit: 'files' },
  import: { doing: 'Importing', unit: 'files' },
  relations: { doing: 'Setting relationships among documents', unit: 'files' },
  links: { doing: 'Resolving links', unit: 'documents' },
  delete: { doing: 'Moving documents without a file to the trash', unit: 'documents' },
  check: { doing: 'Checking links and ids', unit: 'files' },
  statistics: { doing: 'Updating the statistics of the database' },
  export: { doing: 'Exporting', unit: 'files' },
  remove: { doing: 'Removing files without a document', unit: 'files' },
  sync: { doing: 'Syncing folders to disk', unit: 'folders' },
  compare: { doing: 'Comparing', unit: 'files' },
  extra: { doing: 'Looking for extra files', unit: 'files' },
  audit: { doing: 'Auditing', unit: 'files' },
  redirects: { doing: 'Importing redirects' },
}
