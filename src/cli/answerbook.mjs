#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

import { end, watchOver } from './ending.mjs'

watchOver()

// The synchronous hooks of newer versions of Node leak tsx's query strings into specifiers; without them, tsx uses its
// worker.
if ('registerHooks' in module) module.registerHooks = undefined

const { register } = await import('tsx/esm/api')
register()
await import('../setup/registerLexical.mjs')

// The npm package is built, a checkout is not.
const extension = existsSync(new URL('main.js', import.meta.url)) ? 'js' : 'ts'
const { main } = await import(`./main.${extension}`)
await end(await main(process.argv))
