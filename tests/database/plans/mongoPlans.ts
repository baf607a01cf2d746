import type { MongooseAdapter } from '@payloadcms/db-mongodb'

import { growingCollections } from './growing.ts'

type Database = NonNullable<MongooseAdapter['connection']['db']>

/** A read or write by MongoDB, and whether it examined far more documents than it returned or changed. */
export type Profiled = { shown: string; readsAll: boolean }

const growing = new Set(growingCollections)

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** How many more documents a command may examine than it returns or changes. */
const spare = 40

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** How many documents a command skips, or the maximum that it counts. */
const passedOver = (command: unknown): number => {
  if (!isRecord(command)) return 0
  const stages = Array.isArray(command.pipeline) ? command.pipeline.filter(isRecord) : []
  const counted = stages.some(({ $group }) => $group !== undefined)
  const limit = stages.find(({ $limit }) => $limit !== undefined)?.$limit
  return numberOf(command.skip) + (counted ? numberOf(limit) : 0)
}

const toProfiled = (entry: Record<string, unknown>): Profiled => {
  const {
    command,
    cursorid,
    docsExamined,
    keysExamined,
    nModified,
    ndeleted,
    nreturned,
    ns,
    op,
    planSummary,
  } = entry
  const given = Math.max(numberOf(nreturned), numberOf(nModified), numberOf(ndeleted))
  const wanted = given + passedOver(command)
  const plan = String(planSummary)
  const isGrowing = growing.has(String(ns).replace(/^[^.]*[.]/, ''))
  // The first part of a longer result.
  const isPart = cursorid !== undefined
  const isTooMuch = !isPart && numberOf(docsExamined) > wanted + spare
  const readsAll = isGrowing && (plan.includes('COLLSCAN') || isTooMuch)
  const shown = `${String(op)} ${String(ns)} ${plan} keys ${numberOf(keysExamined)} documents ${numberOf(docsExamined)} given ${wanted} ${JSON.stringify(command).slice(0, 600)}`
  return { shown, readsAll }
}

/** Records all operations of a database until the returned function is called, which returns them. */
export const profile = async (db: Database): Promise<() => Promise<Profiled[]>> => {
  await db.command({ profile: 0 })
  const kept = await db.listCollections({ name: 'system.profile' }).toArray()
  if (kept.length > 0) await db.collection('system.profile').drop()
  await db.command({ profile: 2 })
  return async () => {
    await db.command({ profile: 0 })
    const entries = await db
      .collection('system.profile')
      .find({ planSummary: { $exists: true }, ns: { $not: /system[.]profile/ } })
      .toArray()
    return entries.map(toProfiled)
  }
}
