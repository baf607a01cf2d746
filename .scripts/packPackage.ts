import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import { doorsOf, packageManifest } from './packageManifest.ts'
import { packageReadme } from './packageReadme.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const build = path.join(root, '.build')
const built = path.join(build, 'package')

const packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })])

const run = (command: string, args: string[], cwd: string): string => {
  const { error, status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status === 0) return stdout
  throw new Error(`${command} ${args.join(' ')} failed.\n${stdout}${stderr}`, { cause: error })
}

const copy = (file: string): void => {
  mkdirSync(path.dirname(path.join(built, file)), { recursive: true })
  copyFileSync(path.join(root, file), path.join(built, file))
}

// Parts of TypeScript's declarations that an app cannot resolve: imports of styles, and Lexical by its own name where
// the sources import it from Payload.
const completeTypes = (): void => {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.d.ts')).map((name) => path.join(built, name))) {
    const text = readFileSync(file, 'utf8')
    const complete = text
      .replaceAll(/^import ['"][^'"]+\.css['"];\r?\n/gm, '')
      .replaceAll('import("lexical")', 'import("@payloadcms/richtext-lexical/lexical")')
    if (complete !== text) writeFileSync(file, complete)
  }
}

/** Builds the npm package from this tree and packs it; returns the path of the tarball and what is in it. */
export const packPackage = (): { tarball: string; folder: string; files: string[] } => {
  rmSync(built, { force: true, recursive: true })
  mkdirSync(built, { recursive: true })
  const project = path.join(build, 'tsconfig.package.json')
  const files = [...Object.values(doorsOf(root)), './src/cli/main.ts'].map((file) => path.join(root, file))
  const base = path.join(root, '.config/tsconfig.package.json')
  writeFileSync(project, JSON.stringify({ extends: base, files, include: [] }))
  run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', project], root)
  // Files that TypeScript does not build: styles, and modules that Node loads before it.
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  for (const file of sources.filter((name) => /^(?!standalone[\\/]).*\.(css|mjs)$/.test(name)))
    copy(path.join('src', file))
  for (const file of ['LICENSE', 'CHANGELOG.md']) copy(file)
  const guide = readFileSync(path.join(root, 'docs/plugin.md'), 'utf8')
  writeFileSync(path.join(built, 'README.md'), packageReadme(guide))
  completeTypes()
  const manifest = `${JSON.stringify(packageManifest(root, built), undefined, 2)}\n`
  writeFileSync(path.join(built, 'package.json'), manifest)
  const [result] = packed.parse(
    JSON.parse(run('npm', ['pack', '--json', '--pack-destination', build], built)),
  )
  return {
    tarball: path.join(build, result.filename),
    folder: built,
    files: result.files.map((file) => file.path),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, tarball } = packPackage()
  process.stdout.write(`${path.relative(root, tarball)}, ${files.length} files\n`)
}
