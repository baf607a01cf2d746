import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'

const key = 'answerbook:undo-log'

const logged = new WeakSet<object>()

/** What of an adapter is logged, or needed to take it back. */
type Logged = Pick<
  BaseDatabaseAdapter,
  | 'create'
  | 'createVersion'
  | 'deleteOne'
  | 'deleteVersions'
  | 'findOne'
  | 'findVersions'
  | 'payload'
  | 'updateOne'
  | 'updateVersion'
>

type Step = () => Promise<unknown>

/** How to take back what a piece of work has written so far, on a database without transactions. */
export class UndoLog {
  readonly #steps: Step[] = []

  /** The context of the requests whose writes are logged. */
  get context(): Record<string, unknown> {
    return { [key]: this }
  }

  add(step: Step): void {
    this.#steps.push(step)
  }

  /** Takes back everything, the latest first. Throws when the database refuses a step. */
  async undo(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) await step()
  }
}

const logOf = (req: Partial<PayloadRequest> | undefined): UndoLog | undefined => {
  const log = req?.context?.[key]
  return log instanceof UndoLog ? log : undefined
}

const idOf = (row: unknown): string | number | undefined => {
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'id') : undefined
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

// Keeps nothing of the request that is undone: its log is read while the steps run.
const byId = (id: string | number): Where => ({ id: { equals: id } })

/**
 * Lets an adapter keep the undo log of requests that have one: documents and versions that were made are deleted, and rows
 * that were changed get their values back. What was deleted is not brought back: imports delete no documents but on
 * purpose. Does nothing the second time.
 */
export const logWrites = (adapter: Logged): void => {
  if (logged.has(adapter)) return
  logged.add(adapter)
  const create = adapter.create.bind(adapter)
  const createVersion = adapter.createVersion.bind(adapter)
  const updateOne = adapter.updateOne.bind(adapter)
  const updateVersion = adapter.updateVersion.bind(adapter)

  adapter.create = async (args) => {
    const log = logOf(args.req)
    const created: unknown = await create(log ? { ...args, returning: true } : args)
    const id = idOf(created)
    const { collection } = args
    if (log && id !== undefined) log.add(() => adapter.deleteOne({ collection, where: byId(id) }))
    return created
  }
  adapter.updateOne = async (args) => {
    const log = logOf(args.req)
    const { collection } = args
    const where = args.id === undefined ? args.where : byId(args.id)
    const before = log ? await adapter.findOne({ collection, where }) : null
    const updated: unknown = await updateOne(args)
    if (log && before) log.add(() => updateOne({ collection, id: before.id, data: before }))
    return updated
  }
  adapter.createVersion = async (args) => {
    const log = logOf(args.req)
    if (!log) return createVersion(args)
    const collection = args.collectionSlug
    const latest: Where = { and: [{ parent: { equals: args.parent } }, { latest: { equals: true } }] }
    const hasDrafts = adapter.payload.collections[collection].config.versions?.drafts
    const before = hasDrafts ? await adapter.findVersions({ collection, where: latest, limit: 0 }) : undefined
    const created = await createVersion({ ...args, returning: true })
    const id = idOf(created)
    for (const version of before?.docs ?? [])
      log.add(() => updateVersion({ collection, id: version.id, versionData: version }))
    if (id !== undefined) log.add(() => adapter.deleteVersions({ collection, where: byId(id) }))
    return created
  }
  adapter.updateVersion = async (args) => {
    const log = logOf(args.req)
    const { collection, id } = args
    const where = id === undefined ? undefined : byId(id)
    const before = log && where ? await adapter.findVersions({ collection, where, limit: 1 }) : undefined
    const updated = await updateVersion(args)
    const [version] = before?.docs ?? []
    if (log && version) log.add(() => updateVersion({ collection, id: version.id, versionData: version }))
    return updated
  }
}
