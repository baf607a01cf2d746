import { execFileSync } from 'node:child_process'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import { GitError } from '../../src/files/errors.ts'
import { assertCommittable, commitFolder, hasWorkTree } from '../../src/files/git.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** A work tree with a committed file, and a content root in it. */
const workTree = async (): Promise<{ tree: string; content: string }> => {
  const tree = await temporaryFolder()
  git(tree, 'init', '--quiet')
  git(tree, 'config', 'user.name', 'Server')
  git(tree, 'config', 'user.email', 'server@example.com')
  const content = join(tree, 'content')
  await mkdir(content)
  await writeFile(join(content, 'a.md'), 'a\n')
  await writeFile(join(tree, 'other.txt'), 'other\n')
  git(tree, 'add', '.')
  git(tree, 'commit', '--quiet', '--message=First')
  return { tree, content }
}

describe('committing an export', () => {
  it('a commit contains what has changed under the folder, and nothing else', async () => {
    const { content, tree } = await workTree()
    await expect(assertCommittable(content)).resolves.toBeUndefined()
    await rm(join(content, 'a.md'))
    await writeFile(join(content, 'b.md'), 'b\n')
    await writeFile(join(tree, 'other.txt'), 'changed\n')
    git(tree, 'add', 'other.txt')
    const author = { name: 'Editor', email: 'editor@example.com' }
    // A message is never an option.
    const id = await commitFolder(content, { author, message: '--amend' })
    expect(git(tree, 'log', '-1', '--format=%H %an <%ae> %s').trim()).toBe(
      `${id} Editor <editor@example.com> --amend`,
    )
    expect(
      git(tree, 'show', '--format=', '--name-status', '--no-renames', 'HEAD').trim().split('\n'),
    ).toEqual(['D\tcontent/a.md', 'A\tcontent/b.md'])
    expect(git(tree, 'status', '--porcelain').trim()).toBe('M  other.txt')
  })

  it('nothing is committed if nothing has changed', async () => {
    const { content, tree } = await workTree()
    expect(await commitFolder(content, { message: 'Export' })).toBeUndefined()
    expect(git(tree, 'rev-list', '--count', 'HEAD').trim()).toBe('1')
  })

  it.each<[string, (tree: string, content: string) => Promise<void>]>([
    ['a changed file', (tree) => writeFile(join(tree, 'other.txt'), 'changed\n')],
    ['a new file in the folder', (_, content) => writeFile(join(content, 'new.md'), 'new\n')],
    ['a removed file', (_, content) => rm(join(content, 'a.md'))],
  ])('a work tree with %s is refused', async (_, change) => {
    const { content, tree } = await workTree()
    await change(tree, content)
    await expect(assertCommittable(content)).rejects.toThrow(GitError)
    await expect(assertCommittable(content)).rejects.toThrow(
      /uncommitted changes \(1, such as .+\): commit or discard/,
    )
  })

  it('a folder without Git is refused, and so is a server without it', async () => {
    const folder = await temporaryFolder()
    expect(await hasWorkTree(folder)).toBe(false)
    await expect(assertCommittable(folder)).rejects.toThrow('is not in a work tree of Git')
    const { content } = await workTree()
    expect(await hasWorkTree(content)).toBe(true)
    vi.stubEnv('PATH', folder)
    try {
      expect(await hasWorkTree(content)).toBe(false)
      await expect(assertCommittable(content)).rejects.toThrow('Git is not installed on the server')
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('a folder has a work tree if one is directly in it', async () => {
    const folder = await temporaryFolder()
    const { tree } = await workTree()
    await rename(tree, join(folder, 'site'))
    expect(await hasWorkTree(folder)).toBe(true)
  })

  it('what Git says is in the error', async () => {
    const { content, tree } = await workTree()
    await writeFile(join(tree, '.git/index.lock'), '')
    await writeFile(join(content, 'b.md'), 'b\n')
    await expect(commitFolder(content, { message: 'Export' })).rejects.toThrow(
      /Git did not commit: .*index\.lock/,
    )
  })
})
