import type { Environment } from '../../setup/environment.ts'
import type { CreatedUser } from '../../setup/createUser.ts'

export type StartupMessageOptions = {
  environment: Pick<Environment, 'port' | 'serverUrl'>
  /** Present if it was just created: its password is shown only this once. */
  firstAdmin: CreatedUser | undefined
}

/** What users need to know to continue after a start. */
export const startupMessage = ({ environment, firstAdmin }: StartupMessageOptions): string => {
  const address = environment.serverUrl ?? `http://localhost:${environment.port}`
  const account = firstAdmin
    ? [
        `  E-mail    ${firstAdmin.email}`,
        `  Password  ${firstAdmin.password}   (shown only now; change it under Account)`,
      ]
    : []
  return [
    '',
    'Answerbook is ready.',
    '',
    `  Admin     ${address}/admin`,
    ...account,
    `  API       ${address}/api/articles?limit=3`,
    '',
    'Try next: change an article in the admin and publish it, then export all articles to files and look at the',
    'difference, which is what you changed and nothing else:',
    '',
    '  npx answerbook export content && git diff content',
    '',
    'Ctrl+C stops the server.',
    '',
  ].join('\n')
}
