import { Banner } from '@payloadcms/ui'

import type { StoredProblem } from './storedRun.ts'

/** Whether a problem is an error of the run as a whole, such as the reason why it failed, and not one of a single file. */
export const isOfRun = ({ path, severity }: StoredProblem): boolean => path === '.' && severity === 'error'

/** The errors of a run as a whole, each with its remedy. */
export const RunErrors = ({ problems }: { problems: readonly StoredProblem[] }) =>
  problems.filter(isOfRun).map(({ code, message, remedy }, at) => (
    <Banner className="answerbook-run__error" key={`${code} ${at}`} type="error">
      {message} {remedy}
    </Banner>
  ))
