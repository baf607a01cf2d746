import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import ts from 'typescript'
import { describe, expect, inject, it } from 'vitest'
import { z } from 'zod'

import { importedPackages } from '../../.scripts/packageManifest.ts'
import { minimumPayload } from '../../src/plugin/checkPayloadVersion.ts'

const { packed } = inject('apps')

const installed = path.join(inject('apps').folder, 'node_modules/answerbook')

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    peerDependencies: z.record(z.string(), z.string()),
    exports: z.record(z.string(), z.object({ types: z.string(), default: z.string() })),
  })
  .parse(JSON.parse(readFileSync(path.join(packed.folder, 'package.json'), 'utf8')))

const declarations = packed.files.filter((file) => file.endsWith('.d.ts'))

const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(path.join(installed, file), 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)

describe('the npm package', () => {
  it('the package passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: packed.folder, level: 'suggestion', strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  it('the package contains the plugin and nothing of the app', () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'package.json',
        'collections/index.d.ts',
        'src/markdownField/admin/field/MarkdownField.css',
        'src/cli/answerbook.mjs',
        'src/index.d.ts',
      ]),
    )
    expect(
      packed.files.filter((file) =>
        /^(src\/(standalone|generated)|tests|migrations|content|\.env)|payload\.config/.test(file),
      ),
    ).toEqual([])
  })

  it('the links in the README of the package have targets', () => {
    const readme = readFileSync(path.join(packed.folder, 'README.md'), 'utf8')
    const relative = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '')
    expect(readme).toContain('answerbookPlugin(')
    expect(relative.filter((link) => !existsSync(path.join(packed.folder, link)))).toEqual([])
  })

  it('the package does not declare the types of the app', () => {
    const texts = declarations.map((file) => readFileSync(path.join(packed.folder, file), 'utf8'))
    expect(
      texts.filter((text) => /GeneratedTypes|payload-types|declare module ['"]payload/.test(text)),
    ).toEqual([])
  })

  it('the package depends on exactly the packages that its files import', () => {
    const known = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]
    const imported = new Set(
      [/\.m?js$/, /\.d\.ts$/].flatMap((extension) => importedPackages(packed.folder, extension)),
    )
    imported.delete('answerbook')
    const names = known.map((name) => name.replace('@types/', ''))
    expect(names.sort()).toEqual([...imported].sort())
  })
})

it('the package accepts any supported Payload whose packages have one version', () => {
  const ranges = { ...manifest.dependencies, ...manifest.peerDependencies }
  const ofPayload = Object.entries(ranges).filter(([name]) => /^(@payloadcms\/.*|payload)$/.test(name))
  expect(ofPayload.length).toBeGreaterThan(3)
  expect(new Set(ofPayload.map(([, range]) => range))).toEqual(new Set([`^${minimumPayload}`]))
})

describe.each([
  ['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ['a bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
])('types as resolved by %s', (_, module, moduleResolution) => {
  const resolved = (specifier: string, from: string): string | undefined => {
    const options = { module, moduleResolution }
    const mode = ts.ModuleKind.ESNext
    return ts.resolveModuleName(specifier, from, options, ts.sys, undefined, undefined, mode).resolvedModule
      ?.resolvedFileName
  }

  it.each(Object.keys(manifest.exports))('the entry point %s has types', (door) => {
    const from = path.join(inject('apps').folder, 'magazine/payload.config.ts')
    expect(resolved(path.posix.join('answerbook', door), from)).toMatch(/\.d\.ts$/)
  })

  it('types import only installed packages', () => {
    const missing = declarations.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith('node:'))
        .filter((specifier) => resolved(specifier, path.join(installed, file)) === undefined)
        .map((specifier) => `${file}: ${specifier}`),
    )
    expect(declarations.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })
})
