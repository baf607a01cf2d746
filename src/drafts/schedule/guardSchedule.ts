import type { Config } from 'payload'

import { claimJobs } from './claimJobs.ts'
import { publishOnce } from './publishOnce.ts'

/**
 * The database of a config, with scheduled publishing that happens exactly once, whichever of several servers does it, and
 * that is taken up again if its server is gone.
 */
export const guardSchedule = (database: Config['db']): Config['db'] => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args)
    publishOnce(args.payload)
    return Object.assign(adapter, claimJobs(adapter))
  },
})
