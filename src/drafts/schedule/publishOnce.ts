import { isolateObjectProperty, type Payload, type PayloadRequest, type SanitizedConfig } from 'payload'

import { rowsOf } from '../../documents/rows.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { jobs, scheduleTask } from './claimJobs.ts'

type Task = NonNullable<SanitizedConfig['jobs']['tasks']>[number]
type Handler = Exclude<Task['handler'], string>

/** Payload's methods by which the task publishes, without the types of a particular app. */
type Writes = {
  update(options: object): Promise<unknown>
  updateGlobal(options: object): Promise<unknown>
}

const guarded = new WeakSet<Task>()

/** A request whose Payload writes in the transaction of another one. */
const writingIn = (transaction: PayloadRequest, given: PayloadRequest): PayloadRequest => {
  const { payload } = transaction
  const writes: Writes = payload
  const req = isolateObjectProperty(given, 'payload')
  req.payload = Object.assign(isolateObjectProperty(payload, ['update', 'updateGlobal']), {
    update: (options: object) => writes.update({ ...options, req: transaction }),
    updateGlobal: (options: object) => writes.updateGlobal({ ...options, req: transaction }),
  })
  return req
}

const onceOnly =
  (handler: Handler): Handler =>
  (given) => {
    const { job, req } = given
    // In a workflow of the app, the job is not completed by this task.
    if (job.taskSlug !== scheduleTask) return handler(given)
    return inTransaction(req.payload, {}, async (transaction) => {
      const now = new Date().toISOString()
      const isOpen = await rowsOf(req.payload).updateWhere({
        collection: jobs,
        req: transaction,
        where: {
          and: [
            { id: { equals: job.id } },
            { completedAt: { exists: false } },
            { hasError: { not_equals: true } },
          ],
        },
        data: { completedAt: now, processing: false, updatedAt: now },
      })
      return isOpen ? handler({ ...given, req: writingIn(transaction, req) }) : { output: {} }
    })
  }

/**
 * Makes Payload's scheduled publishing happen exactly once: a job is completed in the transaction that publishes, on
 * condition that nobody has completed or cancelled it. Calling it again has no effect.
 */
export const publishOnce = ({ config }: Pick<Payload, 'config'>): void => {
  const task = config.jobs.tasks?.find(({ slug }) => slug === scheduleTask)
  if (!task || guarded.has(task) || typeof task.handler === 'string') return
  guarded.add(task)
  task.handler = onceOnly(task.handler)
}
