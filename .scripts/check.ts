import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'

import pMap from 'p-map'

// check.ts NAME…: runs scripts of package.json in parallel, as many as there are processors, and prints the output of
// each when it ends. One that fails does not stop the others.
const names = process.argv.slice(2)

const run = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    execFile('npm', ['run', name], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      process.stdout.write(`${stdout}${stderr}`)
      resolve(error === null)
    })
  })

const passed = await pMap(names, run, { concurrency: availableParallelism() })
const failed = names.filter((_, at) => !passed[at])
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}.`)
process.exitCode = failed.length > 0 ? 1 : 0
