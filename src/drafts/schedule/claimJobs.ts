import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'

import { collectionSlug } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'

type UpdateJobs = BaseDatabaseAdapter['updateJobs']
type Arguments = Parameters<UpdateJobs>[0]
type Job = NonNullable<Awaited<ReturnType<UpdateJobs>>>[number]
type Adapter = Pick<BaseDatabaseAdapter, 'find' | 'name' | 'payload' | 'rollbackTransaction' | 'updateJobs'>

/** The slug of Payload's collection of jobs. */
export const jobs = collectionSlug('payload-jobs')

/** The slug of Payload's task that publishes and unpublishes at a time. */
export const scheduleTask = 'schedulePublish'

/** A server that has had a job for this long, in milliseconds, without completing it, counts as gone. */
export const claimMilliseconds = 60_000

const inRequest = (req: Partial<PayloadRequest> | undefined) => ({
  collection: jobs,
  ...(req ? { req } : {}),
})

/** Makes scheduled publishing available again whose server is gone. */
const releaseExpired = async (
  { payload }: Adapter,
  req: Partial<PayloadRequest> | undefined,
): Promise<void> => {
  const rows = rowsOf(payload)
  const now = Date.now()
  const isExpired: Where = {
    and: [
      { taskSlug: { equals: scheduleTask } },
      { processing: { equals: true } },
      { completedAt: { exists: false } },
      { hasError: { not_equals: true } },
      { updatedAt: { less_than: new Date(now - claimMilliseconds).toISOString() } },
    ],
  }
  for (const { id } of await rows.find({ ...inRequest(req), where: isExpired }))
    await rows.updateWhere({
      ...inRequest(req),
      where: { and: [{ id: { equals: id } }, isExpired] },
      data: { processing: false, updatedAt: new Date(now).toISOString() },
    })
}

const claim = async (
  adapter: Adapter,
  { data, id, limit = 0, req: given, sort, where }: Arguments,
): Promise<Job[]> => {
  // In a transaction with a snapshot, a lost race would be an error.
  const req = adapter.name === 'postgres' ? undefined : given
  await releaseExpired(adapter, req)
  const { docs } = await adapter.find<Job>({
    ...inRequest(req),
    limit,
    pagination: false,
    where: where ?? { id: { equals: id } },
    ...(sort === undefined ? {} : { sort }),
  })
  const claimed: Job[] = []
  for (const job of docs) {
    const isOurs = await rowsOf(adapter.payload).updateWhere({
      ...inRequest(req),
      where: { and: [{ id: { equals: job.id } }, { processing: { not_equals: true } }] },
      data,
    })
    if (isOurs) claimed.push({ ...job, ...data })
  }
  return claimed
}

/**
 * The method of an adapter by which Payload claims and updates jobs. Payload's own finds jobs first and marks them then, so
 * that two servers may claim the same one, and a claim never expires (payload#18113). Here a job is claimed by a single
 * conditional update, and scheduled publishing that a server has not completed within a minute can be claimed again. An
 * update of a job that has been deleted does nothing, and a failed one leaves no transaction open.
 */
export const claimJobs = (adapter: Adapter): Pick<BaseDatabaseAdapter, 'updateJobs'> => {
  const updateJobs: UpdateJobs = adapter.updateJobs.bind(adapter)
  const work: UpdateJobs = async (args) => {
    if (args.data.processing === true) return claim(adapter, args)
    const { id, req } = args
    const isGone = id !== undefined && !(await rowsOf(adapter.payload).findById(jobs, id, req))
    return isGone ? [] : updateJobs(args)
  }
  return {
    updateJobs: async (args) => {
      try {
        return await work(args)
      } catch (error) {
        const transaction = await args.req?.transactionID
        if (transaction) await adapter.rollbackTransaction(transaction)
        throw error
      }
    },
  }
}
