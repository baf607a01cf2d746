import { vi } from 'vitest'

// Runs before each test file with a database. The files of a worker share the modules of node_modules, since loading them
// takes longer than most tests. Everything else is reset for each file: our modules, since the config reads its database
// when it is loaded; the app that Payload caches; the environment; and the mocks of the previous file.

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
