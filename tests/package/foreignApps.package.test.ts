import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { importedPackages } from '../../.scripts/packageManifest.ts'
import { packPackage } from '../../.scripts/packPackage.ts'
import { makeTree } from '../files/makeTree.ts'
import { articlesApp, articlesContent, editedArticlesContent } from './articlesApp.ts'
import { blogApp, blogContent, editedBlogContent } from './blogApp.ts'
import { type AppRun, liveOnce, run } from './foreignApp.ts'

const manifests = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
})

const manifestAt = (folder: string) => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return manifests.parse(manifest)
}

/** One folder with two apps and one `node_modules`: a bare app's packages in our versions, without our overrides. */
const makeApps = async (folder: string, tarball: string): Promise<void> => {
  const own = manifestAt(path.resolve('.'))
  const pinned = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, own.dependencies[name] ?? own.devDependencies[name]]))
  const manifest = {
    name: 'foreign-apps',
    private: true,
    workspaces: ['articles-app', 'blog-app'],
    dependencies: {
      answerbook: `file:${tarball}`,
      ...pinned([
        '@payloadcms/db-sqlite',
        '@payloadcms/richtext-lexical',
        '@payloadcms/ui',
        'graphql',
        'next',
        'payload',
        'react',
        'react-dom',
      ]),
    },
    devDependencies: pinned(['@types/node', '@types/react', '@types/react-dom', 'typescript']),
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  await makeTree(path.join(folder, 'articles-app'), articlesApp)
  await makeTree(path.join(folder, 'articles-app/site'), articlesContent)
  await makeTree(path.join(folder, 'blog-app'), blogApp)
  await makeTree(path.join(folder, 'blog-app/site'), blogContent)
  const installed = await run(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'])
  if (installed.code !== 0) throw new Error(`npm install failed: ${installed.stderr}`)
}

const only = (files: Record<string, string>, paths: string[]): Record<string, string | undefined> =>
  Object.fromEntries(paths.sort().map((name) => [name, files[name]]))

describe('the npm package', () => {
  let packed: ReturnType<typeof packPackage>
  let folder: string
  let articles: AppRun
  let blog: AppRun
  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'answerbook-package-')))
    packed = packPackage()
    await makeApps(folder, packed.tarball)
    ;[articles, blog] = await Promise.all([
      liveOnce(path.join(folder, 'articles-app'), {
        file: 'learn/biology/what-is-a-cell.md',
        from: 'The smallest unit',
        to: 'The smallest living unit',
      }),
      liveOnce(path.join(folder, 'blog-app'), { file: 'posts/windows.md', from: 'Line two.', to: 'Line 2.' }),
    ])
  }, 1_200_000)
  afterAll(() => folder && rmSync(folder, { force: true, recursive: true }))

  it('passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: packed.folder, level: 'suggestion', strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  it('holds what others need and nothing of the app', () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'package.json',
        'collections/index.d.ts',
        'src/markdownField/admin/field/MarkdownField.css',
        'src/cli/answerbook.mjs',
        'src/index.d.ts',
      ]),
    )
    expect(
      packed.files.filter((file) =>
        /^(src\/(app|generated|server)|tests|migrations|content|\.env)|payload\.config/.test(file),
      ),
    ).toEqual([])
  })

  it('brings no types of the app', () => {
    const texts = packed.files
      .filter((file) => file.endsWith('.d.ts'))
      .map((file) => readFileSync(path.join(packed.folder, file), 'utf8'))
    expect(
      texts.filter((text) => /GeneratedTypes|payload-types|declare module ['"]payload/.test(text)),
    ).toEqual([])
  })

  it('depends on exactly what its files import', () => {
    const { dependencies, peerDependencies } = manifestAt(packed.folder)
    const known = [...Object.keys(dependencies), ...Object.keys(peerDependencies)]
    const imported = new Set(
      [/\.m?js$/, /\.d\.ts$/].flatMap((extension) => importedPackages(packed.folder, extension)),
    )
    imported.delete('answerbook')
    const names = known.map((name) => name.replace('@types/', ''))
    expect(names.sort()).toEqual([...imported].sort())
  })

  describe.each([
    ['with its own users and media, and the collections of the package', () => articles],
    ['with collections of its own and a Hugo site', () => blog],
  ])('in an app %s', (_, app) => {
    it('has types that check', () => {
      expect(app().types.code).toBe(0)
      expect(app().check).toMatchObject({ code: 0, stdout: '' })
    })

    it('names its admin components', () => {
      expect(app().importMap).toContain('"answerbook/client#MarkdownField"')
      expect(app().importMap).toContain('"answerbook/rsc#MarkdownView"')
    })

    it("has migrations made by Payload's own command", () => {
      expect(app().migration.code).toBe(0)
      expect(app().migration.text).toMatch(/CREATE TABLE \\`answerbook_files\\`/)
    })

    it('lets scripts edit by the Local API', () => {
      expect(app().edited).toMatchObject({ code: 0 })
    })
  })

  describe('articles', () => {
    const files = Object.keys(articlesContent).filter((name) => name.startsWith('learn/'))

    it('are imported', () => {
      expect(articles.imported).toMatchObject({ code: 0, report: { created: 2, rejected: 0, ignored: 1 } })
      expect(articles.verified).toMatchObject({
        code: 0,
        report: { identical: 2, different: 0, missing: 0, extra: 0 },
      })
    })

    it('come back byte for byte', () => {
      expect(articles.exported).toEqual({ code: 0, files: only(articlesContent, files) })
    })

    it('change in the edited lines only, and new ones are in house style', () => {
      expect(articles.exportedAfterEdits).toEqual({
        code: 0,
        files: { ...only(articlesContent, files), ...editedArticlesContent },
      })
    })

    it('follow their files', () => {
      expect(articles.importedByHand).toMatchObject({
        code: 0,
        report: { created: 0, updated: 1, unchanged: 2 },
      })
      expect(articles.verifiedByHand).toMatchObject({ code: 0, report: { identical: 3, different: 0 } })
    })
  })

  describe('posts', () => {
    const files = Object.keys(blogContent).filter(
      (name) => name.startsWith('posts/') && name !== 'posts/toml.md',
    )

    it('are imported, drafts too, and TOML is left alone', () => {
      expect(blog.imported).toMatchObject({
        code: 1,
        report: {
          created: 4,
          rejected: 1,
          ignored: 1,
          problems: [{ severity: 'error', path: 'posts/toml.md', code: 'unsupported-format' }],
        },
      })
      expect(blog.verified).toMatchObject({
        code: 1,
        report: { identical: 4, different: 0, missing: 0, extra: 1 },
      })
    })

    it('come back byte for byte', () => {
      expect(blog.exported).toEqual({ code: 0, files: only(blogContent, files) })
    })

    it('change in the edited lines only, and new ones are in house style', () => {
      expect(blog.exportedAfterEdits).toEqual({
        code: 0,
        files: { ...only(blogContent, files), ...editedBlogContent },
      })
    })

    it('follow their files', () => {
      expect(blog.importedByHand).toMatchObject({ code: 0, report: { created: 0, updated: 1, unchanged: 4 } })
      expect(blog.verifiedByHand).toMatchObject({ code: 0, report: { identical: 5, different: 0 } })
    })
  })
})
