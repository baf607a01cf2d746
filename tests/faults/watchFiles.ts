import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

import { operation, watchedFolders } from './operations.ts'

const methods = [
  'access',
  'lstat',
  'mkdir',
  'open',
  'opendir',
  'readFile',
  'readdir',
  'realpath',
  'rename',
  'rm',
  'rmdir',
  'stat',
  'unlink',
  'writeFile',
]

const ofHandles = ['chmod', 'close', 'datasync', 'read', 'readFile', 'stat', 'sync', 'write', 'writeFile']

const refused = (name: string) => () =>
  Object.assign(new Error(`EIO: i/o error, ${name}`), { code: 'EIO', errno: -5, syscall: name })

const isWatched = (path: unknown): boolean =>
  typeof path === 'string' && watchedFolders().some((folder) => path.startsWith(folder))

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const watch = (target: object, name: string, own: (args: unknown[]) => string | undefined): void => {
  const method: unknown = Reflect.get(target, name)
  if (typeof method !== 'function') return
  Reflect.set(target, name, async (...args: unknown[]): Promise<unknown> => {
    const said = own(args)
    // A file that could not be closed would stay open.
    if (said === undefined) return Reflect.apply(method, target, args)
    if (name !== 'close') await operation(said, refused(name))
    const result: unknown = await Reflect.apply(method, target, args)
    if (name === 'open' && isObject(result))
      for (const each of ofHandles) watch(result, each, () => `${each} ${String(args[0])}`)
    if (name === 'close') await operation(said, refused(name))
    return result
  })
}

/** Makes every operation on a file of the watched folders an `operation`. */
export const watchFiles = (): void => {
  const key = Symbol.for('answerbook.tests.watchedFiles')
  if (Reflect.has(globalThis, key)) return
  Reflect.set(globalThis, key, true)
  for (const name of methods)
    watch(fs.promises, name, ([path]) => (isWatched(path) ? `${name} ${String(path)}` : undefined))
  syncBuiltinESMExports()
}
