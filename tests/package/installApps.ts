import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { TestProject } from 'vitest/node'
import { z } from 'zod'

import { packPackage } from '../../.scripts/packPackage.ts'
import { builtFolder } from './appLife.ts'
import { runIn, runProgram, succeeded } from './runIn.ts'

/** The apps of `apps/`. */
export const appNames = ['articles', 'blog', 'magazine'] as const

/** The value of `inject('apps')`: the folder with the apps and their dependencies, and the packed package. */
export type InstalledApps = { folder: string; packed: { folder: string; files: string[] } }

declare module 'vitest' {
  interface ProvidedContext {
    apps: InstalledApps
  }
}

const manifests = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()).default({}),
})

const manifestAt = (folder: string) =>
  manifests.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))

/** The dependencies of an app, in our versions. */
const pinned = (names: string[]): Record<string, string> => {
  const own = manifestAt(path.resolve('.'))
  return Object.fromEntries(
    names.map((name) => [name, own.dependencies[name] ?? own.devDependencies[name] ?? '*']),
  )
}

/** One folder with all apps and one `node_modules`: their packages in our versions, without our overrides. */
const install = async (folder: string, tarball: string): Promise<void> => {
  cpSync(path.resolve('tests/package/apps'), folder, { recursive: true })
  const named = appNames.flatMap((name) => {
    const { dependencies, devDependencies } = manifestAt(path.join(folder, name))
    return Object.keys({ ...dependencies, ...devDependencies })
  })
  const manifest = {
    name: 'apps',
    private: true,
    workspaces: appNames,
    dependencies: { ...pinned([...new Set(named)]), answerbook: `file:${tarball}` },
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  await succeeded(runIn(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund']))
}

/** Packs the package, installs it in a copy of the apps, and generates their types and import maps as their authors would. */
export const installApps = async (project: TestProject): Promise<() => void> => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'answerbook-apps-')))
  const { files, folder: built, tarball } = packPackage()
  await install(folder, tarball)
  await Promise.all(
    appNames.map(async (name) => {
      const app = path.join(folder, name)
      await succeeded(runProgram(app, 'payload', ['generate:types']))
      await succeeded(runProgram(app, 'payload', ['generate:importmap']))
      cpSync(app, builtFolder(folder, name), { recursive: true })
    }),
  )
  project.provide('apps', { folder, packed: { folder: built, files } })
  return () => rmSync(folder, { force: true, recursive: true })
}
