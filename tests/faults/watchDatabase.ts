import { createRequire } from 'node:module'

import { LibsqlError } from '@libsql/client'
import { Sqlite3Client, Sqlite3Transaction } from '@libsql/client/sqlite3'

import { operation } from './operations.ts'

type Method = (...args: unknown[]) => unknown

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isMethod = (value: unknown): value is Method => typeof value === 'function'

/** A class of a driver's own, in the copy that an adapter uses. */
const prototypeIn = (adapter: string, module: string, name: string): object => {
  const fromHere = createRequire(import.meta.url)
  const exports: unknown = createRequire(fromHere.resolve(adapter))(module)
  const found: unknown = isObject(exports) ? Reflect.get(exports, name) : undefined
  const prototype: unknown = isMethod(found) ? Reflect.get(found, 'prototype') : undefined
  if (!isObject(prototype)) throw new Error(`There is no ${name} in ${module}.`)
  return prototype
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (!isObject(value)) return ''
  return String(Reflect.get(value, 'sql') ?? Reflect.get(value, 'text') ?? '')
}

const replace = (prototype: object, name: string, wrapped: (method: Method) => Method): void => {
  const method: unknown = Reflect.get(prototype, name)
  if (!isMethod(method)) throw new Error(`There is no method ${name}.`)
  Reflect.set(prototype, name, wrapped(method))
}

const watchSqlite = (): void => {
  const refused = () => new LibsqlError('disk I/O error', 'SQLITE_IOERR')
  const watch = (prototype: object, names: readonly string[]): void => {
    for (const name of names)
      replace(
        prototype,
        name,
        (method) =>
          async function (this: unknown, ...args) {
            await operation(`${name} ${textOf(args[0])}`, refused)
            return Reflect.apply(method, this, args)
          },
      )
  }
  watch(Sqlite3Client.prototype, ['execute', 'batch', 'executeMultiple', 'transaction'])
  watch(Sqlite3Transaction.prototype, ['execute', 'batch', 'executeMultiple', 'commit'])
}

const watchPostgres = (): void => {
  const refused = () => Object.assign(new Error('could not read block'), { code: '58030', severity: 'ERROR' })
  replace(
    prototypeIn('@payloadcms/db-postgres', 'pg', 'Client'),
    'query',
    (method) =>
      function (this: unknown, ...args) {
        const text = textOf(args[0])
        const run = (): unknown => Reflect.apply(method, this, args)
        // A transaction that could not be rolled back would stay open.
        if (/^rollback/i.test(text)) return run()
        const before = operation(text, refused)
        const done = args.at(-1)
        if (!isMethod(done)) return before.then(run)
        before.then(run, done)
        return undefined
      },
  )
}

const unwatched = /^(hello|ismaster|ping|endSessions|abortTransaction)$/i

const watchMongodb = (): void => {
  const driver = createRequire(createRequire(import.meta.url).resolve('@payloadcms/db-mongodb'))
  const mongoose: unknown = driver('mongoose')
  const mongo: unknown = isObject(mongoose) ? Reflect.get(mongoose, 'mongo') : undefined
  const refusal: unknown = isObject(mongo) ? Reflect.get(mongo, 'MongoServerError') : undefined
  if (!isMethod(refusal)) throw new Error('There is no MongoServerError.')
  const refused = (): Error => {
    const error: unknown = Reflect.construct(refusal, [{ message: 'disk error', code: 8 }])
    return error instanceof Error ? error : new Error('disk error')
  }
  replace(
    prototypeIn('mongoose', 'mongodb/lib/cmap/connection', 'Connection'),
    'command',
    (method) =>
      async function (this: unknown, ...args) {
        const [name = ''] = isObject(args[1]) ? Object.keys(args[1]) : []
        if (!unwatched.test(name)) await operation(`${name} ${String(args[0])}`, refused)
        return Reflect.apply(method, this, args)
      },
  )
}

const watches = { sqlite: watchSqlite, postgres: watchPostgres, mongodb: watchMongodb }

/** Makes every call of a kind of database an `operation`, in this process and for good. */
export const watchDatabase = (kind: keyof typeof watches): void => {
  const key = Symbol.for(`answerbook.tests.watched.${kind}`)
  if (Reflect.has(globalThis, key)) return
  Reflect.set(globalThis, key, true)
  watches[kind]()
}
