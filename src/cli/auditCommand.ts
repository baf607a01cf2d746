import { type ProblemCode, problemCodes } from '../problems/problems.ts'
import type { ShownProgress } from '../progress/showProgress.ts'
import { auditFiles } from '../sync/audit/auditFiles.ts'
import { type Json, run } from './commands.ts'
import { UsageError } from './UsageError.ts'

/** Number of problems of each code that an audit lists for people: of a whole site it finds tens of thousands. */
const listed = 20

const isCode = (value: string): value is ProblemCode => problemCodes.some((code) => code === value)

export type AuditFlags = Json & {
  /** Codes of problems, possibly several in one text with commas between them. */
  only?: string[]
}

/** `answerbook audit` */
export const runAudit = ({ only, ...flags }: AuditFlags, progress: ShownProgress): Promise<number> => {
  const codes = only?.flatMap((value) => value.split(','))
  const unknown = codes?.find((code) => !isCode(code))
  if (unknown !== undefined) throw new UsageError(`There is no problem with the code ${unknown}.`)
  return run('Audited', { ...flags, most: codes ? undefined : listed }, progress, (app) =>
    auditFiles({ ...app, codes: codes?.filter(isCode) }),
  )
}
