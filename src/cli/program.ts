import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'

import { type ShownProgress, showProgress } from '../progress/showProgress.ts'
import type { AuditFlags } from './auditCommand.ts'
import type * as Commands from './commands.ts'
import type { RedirectFlags } from './redirectCommand.ts'

/** Loads Payload and runs the work, and reports it from the start, since loading takes seconds. Help does not need it. */
const perform = async (
  work: (commands: typeof Commands, progress: ShownProgress) => Promise<number>,
): Promise<number> => {
  const progress = showProgress(process.stderr)
  progress.update({ phase: 'open', done: 0 })
  try {
    return await work(await import('./commands.ts'), progress)
  } finally {
    progress.stop({ done: false })
  }
}

/** Adds `field=value` to the previous values. */
const fieldValue = (value: string, before: Record<string, string> = {}): Record<string, string> => {
  const [, field, text] = /^([^=]+)=(.*)$/s.exec(value) ?? []
  if (field === undefined || text === undefined)
    throw new InvalidArgumentError('It must be a field and its value, such as tenant=1.')
  return { ...before, [field]: text }
}

const withinOption = () =>
  new Option(
    '--within <field=value>',
    'only documents with this value, for mappings that distinguish them by it',
  ).argParser(fieldValue)

const percent = (value: string): number => {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 100))
    throw new InvalidArgumentError('It must be a number from 0 to 100.')
  return number
}

/** The command line: its texts, its help, and the function that each command calls. */
export const createProgram = (done: (exitCode: number) => void): Command => {
  const program = new Command('answerbook')
    .description('Imports Markdown files into Payload, and exports them byte for byte.')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) })
    .showHelpAfterError('Run answerbook --help for usage.')
  program
    .command('import')
    .description('import new and changed files of a content root')
    .argument('<folder>', 'content root')
    .option('--dry-run', 'report what would happen, write nothing')
    .option('--delete-missing', 'move documents whose file is gone to the trash')
    .option(
      '--max-delete <percent>',
      'refuse to delete more than this share of the files (default 20)',
      percent,
    )
    .addOption(
      new Option(
        '--take-conflicts <side>',
        'whose value wins where file and CMS have changed a field (default: the CMS keeps its value, and it is reported)',
      ).choices(['file', 'cms']),
    )
    .option('--full', 'read all files, also those that have not been touched since the last import')
    .option(
      '--set <field=value>',
      'give new documents a value that files do not contain; may be repeated',
      fieldValue,
    )
    .addOption(
      new Option('--watch', 'import again whenever files change, until Ctrl-C').conflicts(['dryRun', 'json']),
    )
    .option('--json', 'print one JSON object')
    .action(async (folder: string, flags: Commands.ImportFlags) =>
      done(await perform((commands, progress) => commands.runImport(folder, flags, progress))),
    )
  program
    .command('export')
    .description('write the files of all published documents')
    .argument('<folder>', 'an empty folder, or the content root')
    .option('--drafts', 'write the latest drafts instead')
    .option('--overwrite', 'replace files that somebody has changed')
    .option('--full', 'render all documents, also those that have not changed since the last export')
    .addOption(withinOption())
    .addOption(
      new Option('--watch', 'export again whenever something changes in the CMS, until Ctrl-C').conflicts([
        'drafts',
        'json',
      ]),
    )
    .option('--json', 'print one JSON object')
    .action(async (folder: string, flags: Commands.ExportFlags) =>
      done(await perform((commands, progress) => commands.runExport(folder, flags, progress))),
    )
  program
    .command('verify')
    .description('compare a folder with what an export would write')
    .argument('<folder>', 'folder to compare')
    .addOption(withinOption())
    .option('--json', 'print one JSON object')
    .action(async (folder: string, flags: Parameters<typeof Commands.runVerify>[1]) =>
      done(await perform((commands, progress) => commands.runVerify(folder, flags, progress))),
    )
  program
    .command('audit')
    .description('count links and list content that needs attention')
    .option('--only <codes...>', 'list all problems with these codes, and no others')
    .option('--json', 'print one JSON object')
    .action(async (flags: AuditFlags) =>
      done(
        await perform(async (_, progress) => {
          const { runAudit } = await import('./auditCommand.ts')
          return runAudit(flags, progress)
        }),
      ),
    )
  program
    .command('redirects')
    .description('redirects from old URLs')
    .command('import')
    .description('create the redirects of a list in JSON: [{ "from": "/old", "to": "/new" }]')
    .argument('<file>', 'file with the list')
    .option('--dry-run', 'report what would happen, write nothing')
    .option('--json', 'print one JSON object')
    .action(async (file: string, flags: RedirectFlags) =>
      done(
        await perform(async (_, progress) => {
          const { runRedirects } = await import('./redirectCommand.ts')
          return runRedirects(file, flags, progress)
        }),
      ),
    )
  program
    .command('user')
    .description("create a user, or reset a user's password and role")
    .argument('<email>', 'e-mail address')
    .requiredOption('--role <role>', 'admin, editor, writer or reader')
    .option('--json', 'print one JSON object')
    .action(async (email: string, flags: { role: string; json?: boolean }) =>
      done(await perform((commands, progress) => commands.runUser(email, flags, progress))),
    )
  return program
}

export { CommanderError }
