import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import { packPackage } from './packPackage.ts'

// npm run example -- NAME: an app of tests/package/apps in .build/examples, with the plugin as packed from this tree, its
// content imported and its server started. Running it again keeps the database.
const root = fileURLToPath(new URL('..', import.meta.url))
const apps = path.join(root, 'tests/package/apps')
const names = readdirSync(apps).filter((name) => existsSync(path.join(apps, name, 'next.config.mjs')))
const [name = ''] = process.argv.slice(2)
if (!names.includes(name)) {
  console.error(`Usage: npm run example -- ${names.join(' | ')}`)
  process.exit(2)
}

const folder = path.join(root, '.build/examples', name)

const run = (command: string, ...args: string[]): void => {
  const { status } = spawnSync(command, args, { cwd: folder, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const { tarball } = packPackage()
mkdirSync(folder, { recursive: true })
// What somebody has edited there stays.
const isKept = (source: string): boolean =>
  path.basename(source) === 'content' && existsSync(path.join(folder, 'content'))
cpSync(path.join(apps, name), folder, {
  recursive: true,
  filter: (source) => path.basename(source) !== 'tests' && !isKept(source),
})
const file = path.join(folder, 'package.json')
const manifest = z
  .looseObject({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(file, 'utf8')))
manifest.dependencies.answerbook = `file:${tarball}`
writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`)
run('npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline')
run('npx', 'payload', 'generate:types')
run('npx', 'payload', 'generate:importmap')
// A file that is refused, as one in the blog is, is reported and stops nothing.
spawnSync('npm', ['run', 'import'], { cwd: folder, stdio: 'inherit' })
console.log(
  `\n${path.relative(root, folder)}: edit at http://localhost:3000/admin, then npx answerbook export content in that folder.\n`,
)
run('npm', 'run', 'dev')
