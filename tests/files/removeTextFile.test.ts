import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UnsafePathError } from '../../src/files/errors.ts'
import { removeTextFile } from '../../src/files/removeTextFile.ts'
import { syncFolders } from '../../src/files/syncFolders.ts'
import { makeTree } from './makeTree.ts'
import { temporaryFolder } from './temporaryFolder.ts'

describe('removeTextFile', () => {
  it('removeTextFile removes a file and its empty folders, but not the root', async () => {
    const root = await temporaryFolder()
    await makeTree(root, { 'learn/tea/a.md': '', 'learn/coffee/a.md': '', 'learn/coffee/b.md': '' })
    expect(await removeTextFile(root, 'learn/coffee/a.md')).toBe(true)
    expect((await readdir(root, { recursive: true })).sort()).toEqual([
      'learn',
      'learn/coffee',
      'learn/coffee/b.md',
      'learn/tea',
      'learn/tea/a.md',
    ])
    expect(await removeTextFile(root, 'learn/tea/a.md')).toBe(true)
    expect(await removeTextFile(root, 'learn/coffee/b.md', { syncFolders: false })).toBe(true)
    await syncFolders(root, ['learn/tea/a.md', 'learn/coffee/b.md'])
    expect(await readdir(root)).toEqual([])
  })

  it('removeTextFile keeps a folder that only contains hidden files', async () => {
    const root = await temporaryFolder()
    await makeTree(root, { 'learn/a.md': '', 'learn/.gitkeep': '' })
    await removeTextFile(root, 'learn/a.md')
    expect(await readdir(join(root, 'learn'))).toEqual(['.gitkeep'])
  })

  it('removeTextFile reports that there was nothing to remove', async () => {
    const root = await temporaryFolder()
    await mkdir(join(root, 'learn'))
    expect(await removeTextFile(root, 'learn/a.md')).toBe(false)
    expect(await removeTextFile(root, 'no/such/a.md')).toBe(false)
    expect(await readdir(root)).toEqual(['learn'])
  })

  it('removeTextFile removes nothing outside the root, and only regular files', async () => {
    const folder = await temporaryFolder()
    await makeTree(folder, { 'a.md': '', 'root/folder/b.md': '' })
    const root = join(folder, 'root')
    await symlink(folder, join(root, 'up'))
    await symlink(join(folder, 'a.md'), join(root, 'link.md'))
    for (const path of ['../a.md', join(folder, 'a.md'), 'up/a.md', 'link.md', 'folder']) {
      await expect(removeTextFile(root, path)).rejects.toThrow(UnsafePathError)
    }
    expect((await readdir(folder)).sort()).toEqual(['a.md', 'root'])
    expect((await readdir(root)).sort()).toEqual(['folder', 'link.md', 'up'])
  })
})
