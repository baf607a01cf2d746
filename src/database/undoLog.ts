import type { BaseDatabaseAdapter, PayloadRequest, Where } from 'payload'

const key = 'answerbook:undo-log'

const logged = new WeakSet<object>()

/** The methods of an adapter that are logged, or needed to undo them. */
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

/** How to undo the writes so far, on a database without transactions. */
export class UndoLog {
  readonly #steps: Step[] = []

  /** The context of the requests whose writes are logged. */
  get context(): Record<string, unknown> {
    return { [key]: this }
  }

  add(step: Step): void {
    this.#steps.push(step)
  }

  /** Undoes everything, the latest first. Throws if the database refuses a step. */
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

// Keeps no reference to the request that is undone: its log is read while the steps run.
const byId = (id: string | number): Where => ({ id: { equals: id } })

/**
 * Makes an adapter keep the undo log of requests that have one: created documents and versions are deleted, and changed
 * rows get their old values. Deletions are not undone: imports delete documents only when asked to. Calling it again
 * has no effect.
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
