#!/usr/bin/env node
import module from 'node:module'

// The synchronous hooks of newer Nodes leak tsx's query strings into specifiers; without them it uses its worker.
if ('registerHooks' in module) module.registerHooks = undefined

const { register } = await import('tsx/esm/api')
register()

const extension = import.meta.url.endsWith('.mjs') ? 'ts' : 'js'
const { main } = await import(`./main.${extension}`)
process.exitCode = await main(process.argv)
// Open handles of database drivers must not keep a finished command alive.
process.exit()
