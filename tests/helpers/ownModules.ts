import { vi } from 'vitest'

// Runs before each file of tests with a database. The files of a worker share what they load of node_modules, which takes
// longer than most of their tests. Everything else each file gets anew: our modules, since the config reads its database
// when it is loaded, the app that Payload remembers, the environment, and what the file before has replaced.

const key = Symbol.for('answerbook.tests.environment')
if (!Reflect.has(globalThis, key)) Reflect.set(globalThis, key, { ...process.env })
const environment: Record<string, string> = Reflect.get(globalThis, key)

vi.resetModules()
vi.restoreAllMocks()
vi.unstubAllGlobals()
for (const name of Object.keys(process.env))
  if (!(name in environment)) Reflect.deleteProperty(process.env, name)
Object.assign(process.env, environment)
const payloads: unknown = Reflect.get(globalThis, '_payload')
if (payloads instanceof Map) payloads.clear()
