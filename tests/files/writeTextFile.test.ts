import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, readdir, stat, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ContentRootError, UnsafePathError } from '../../src/files/errors.ts'
import { createRoot } from '../../src/files/paths.ts'
import { removeLeftovers } from '../../src/files/removeLeftovers.ts'
import { writeTextFile } from '../../src/files/writeTextFile.ts'
import { makeTree } from './makeTree.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

describe('writeTextFile', () => {
  it('writeTextFile writes the exact text, creates the folders, and leaves nothing else behind', async () => {
    const root = await temporaryFolder()
    const text = '\ufeffé\r\n😀'
    await writeTextFile(root, 'learn/tea/a.md', text)
    expect((await readFile(join(root, 'learn/tea/a.md'))).equals(Buffer.from(text))).toBe(true)
    expect(await readdir(join(root, 'learn/tea'))).toEqual(['a.md'])
  })

  it('writeTextFile keeps the mode of a file that it replaces, and gives a new one the default', async () => {
    const root = await temporaryFolder()
    await makeTree(root, { 'old.md': 'old' })
    await chmod(join(root, 'old.md'), 0o660)
    await writeTextFile(root, 'old.md', 'new')
    await writeTextFile(root, 'new.md', 'new')
    expect((await stat(join(root, 'old.md'))).mode & 0o777).toBe(0o660)
    expect((await stat(join(root, 'new.md'))).mode & 0o777).toBe(0o666 & ~process.umask())
    expect(await readFile(join(root, 'old.md'), 'utf8')).toBe('new')
  })

  it('writeTextFile writes many files of a new folder at once', async () => {
    const root = await temporaryFolder()
    const names = Array.from({ length: 30 }, (_, index) => `f${index}.md`)
    await Promise.all(
      names.map((name) => writeTextFile(root, `learn/tea/${name}`, name, { syncFolders: false })),
    )
    expect((await readdir(join(root, 'learn/tea'))).sort()).toEqual([...names].sort())
  })

  it.each([
    ['', 'it is empty'],
    ['../a.md', 'it leads upwards'],
    ['learn/../../a.md', 'it leads upwards'],
    ['/tmp/a.md', 'it is absolute or names a drive'],
    ['C:/a.md', 'it is absolute or names a drive'],
    ['learn//a.md', 'it contains an empty segment'],
    ['learn/', 'it contains an empty segment'],
    ['./a.md', 'it contains a hidden segment'],
    ['.git/hooks/pre-commit', 'it contains a hidden segment'],
    ['learn\\..\\a.md', 'it contains a backslash'],
    ['a\u0000.md', 'it contains a control character or a broken character'],
    ['a\ud800.md', 'it contains a control character or a broken character'],
  ])('writeTextFile refuses the path %j: %s', async (path, reason) => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'root'))
    await expect(writeTextFile(join(folder, 'root'), path, 'x')).rejects.toMatchObject({
      name: 'UnsafePathError',
      path,
      reason,
    })
    expect(await readdir(folder, { recursive: true })).toEqual(['root'])
  })

  it('writeTextFile never writes through a link that was planted in the folder', async () => {
    const root = await temporaryFolder()
    const outside = await temporaryFolder()
    await makeTree(outside, { 'a.md': 'theirs' })
    await symlink(outside, join(root, 'folder'))
    await symlink(join(outside, 'a.md'), join(root, 'file.md'))
    await symlink(join(outside, 'new.md'), join(root, 'dangling.md'))
    for (const path of ['folder/a.md', 'folder/deep/a.md', 'file.md', 'dangling.md']) {
      await expect(writeTextFile(root, path, 'ours')).rejects.toThrow(UnsafePathError)
    }
    expect(await readdir(outside, { recursive: true })).toEqual(['a.md'])
    expect(await readFile(join(outside, 'a.md'), 'utf8')).toBe('theirs')
  })

  it('writeTextFile refuses to replace a folder with a file, or a file with a folder', async () => {
    const root = await temporaryFolder()
    await makeTree(root, { 'folder.md/a.md': '', file: '' })
    await expect(writeTextFile(root, 'folder.md', 'x')).rejects.toThrow('it is a folder')
    await expect(writeTextFile(root, 'file/a.md', 'x')).rejects.toThrow('"file" on the way is a regular file')
  })

  it('writeTextFile refuses half of a surrogate pair, which would be written as another character', async () => {
    const root = await temporaryFolder()
    await expect(writeTextFile(root, 'a.md', 'a\ud83d')).rejects.toThrow(TypeError)
    expect(await readdir(root)).toEqual([])
  })

  it('writeTextFile gives the reason why the system refused', async () => {
    const root = await temporaryFolder()
    await expect(writeTextFile(root, `${'a'.repeat(300)}.md`, 'x')).rejects.toMatchObject({
      name: 'FileWriteError',
      code: 'ENAMETOOLONG',
      message: expect.stringContaining('could not be written: name too long (ENAMETOOLONG).'),
    })
    expect(await readdir(root)).toEqual([])
  })

  it('writeTextFile leaves only the old file when the disk is full', async () => {
    const root = await temporaryFolder()
    await makeTree(root, { 'a.md': 'old' })
    const limitedTo4Mebibytes = `trap '' XFSZ; ulimit -f 4096; exec "$0" --import tsx "$@"`
    const size = String(8 * 1024 * 1024)
    const { stdout } = spawnSync(
      'bash',
      ['-c', limitedTo4Mebibytes, process.execPath, writer, root, 'a.md', size, '1'],
      {
        encoding: 'utf8',
      },
    )
    expect(stdout).toContain('FileWriteError EFBIG')
    expect(await readdir(root)).toEqual(['a.md'])
    expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('old')
  })

  it('readers see the old file or the new one, never a part, when the process is killed', async () => {
    const root = await temporaryFolder()
    const size = 4 * 1024 * 1024
    await makeTree(root, { 'a.md': 'a'.repeat(size) })
    const child = spawn(process.execPath, ['--import', 'tsx', writer, root, 'a.md', String(size), '1000000'])
    await new Promise((resolve) => child.stdout.once('data', resolve))
    for (let look = 0; look < 20; look += 1) {
      expect(await isWhole(join(root, 'a.md'), size)).toBe(true)
      await setTimeout(5)
    }
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    expect(await isWhole(join(root, 'a.md'), size)).toBe(true)
    // A second try is not bothered by what the first left behind.
    await writeTextFile(root, 'a.md', 'new')
    expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('new')
  })

  it('writeTextFile throws if the root is missing, which createRoot creates', async () => {
    const folder = await temporaryFolder()
    const root = join(folder, 'out/site')
    await expect(writeTextFile(root, 'a.md', 'x')).rejects.toThrow(ContentRootError)
    await createRoot(root)
    await createRoot(root)
    await writeTextFile(root, 'a.md', 'x')
    await expect(createRoot(join(root, 'a.md'))).rejects.toThrow(ContentRootError)
    expect(await readdir(root)).toEqual(['a.md'])
  })
})

/** Whether a file has all of its bytes, from one and the same write. */
const isWhole = async (absolute: string, size: number): Promise<boolean> => {
  const bytes = await readFile(absolute)
  return bytes.equals(Buffer.alloc(size, 'a')) || bytes.equals(Buffer.alloc(size, 'b'))
}

describe('removeLeftovers', () => {
  it('removeLeftovers removes the remains of a killed write, and nothing else', async () => {
    const root = await temporaryFolder()
    const left = '.answerbook-0123456789abcdef.tmp'
    const young = '.answerbook-fedcba9876543210.tmp'
    const kept = ['a.md', '.answerbook-note.tmp', '.other.tmp', young]
    await makeTree(root, Object.fromEntries([...kept, left].map((name) => [`learn/tea/${name}`, 'x'])))
    await makeTree(root, { [`learn/${left}`]: 'x' })
    const old = new Date(Date.now() - 3_600_000)
    for (const name of [...kept, left].filter((name) => name !== young))
      await utimes(join(root, 'learn/tea', name), old, old)
    await removeLeftovers(root, ['learn/tea/a.md', 'learn/gone/b.md'])
    expect((await readdir(join(root, 'learn/tea'))).sort()).toEqual([...kept].sort())
    expect(await readdir(join(root, 'learn'))).toContain(left)
  })
})
