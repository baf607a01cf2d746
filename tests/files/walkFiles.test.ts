import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ContentRootError } from '../../src/files/errors.ts'
import { walkFiles } from '../../src/files/walkFiles.ts'
import { asUnprivileged } from './asUnprivileged.ts'
import { makeTree } from './makeTree.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** One line per walked item: its path, and the code if it is a problem. */
const walk = async (root: string): Promise<string[]> => {
  const lines: string[] = []
  for await (const item of walkFiles(root)) {
    lines.push(item.kind === 'file' ? item.path : `${item.path}: ${item.problem.code}`)
  }
  return lines
}

describe('walkFiles', () => {
  it('walkFiles lists every file in the order of paths, without hidden entries', async () => {
    const root = await temporaryFolder()
    await makeTree(root, {
      'learn/tea/b.md': '',
      'learn/tea/a.md': '',
      'learn/tea-time/a.md': '',
      'learn/tea.md': '',
      'about.md': '',
      'Zebra.md': '',
      'é.md': '',
      '😀.md': '',
      '.git/config': '',
      'learn/.DS_Store': '',
    })
    expect(await walk(root)).toEqual([
      'Zebra.md',
      'about.md',
      'learn/tea-time/a.md',
      'learn/tea.md',
      'learn/tea/a.md',
      'learn/tea/b.md',
      'é.md',
      '😀.md',
    ])
  })

  it('walkFiles lists whole paths sorted by code unit, for any tree', async () => {
    const segment = fc.string({
      unit: fc.constantFrom('a', 'b', '-', '0', 'é', '\uffee', '😀'),
      minLength: 1,
      maxLength: 3,
    })
    const path = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map((segments) => `${segments.join('/')}.md`)
    const tree = fc.uniqueArray(path, { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(tree, async (paths) => {
        const root = await mkdtemp(join(tmpdir(), 'answerbook-files-'))
        onTestFinished(() => void execFileSync('rm', ['-rf', root]))
        await makeTree(root, Object.fromEntries(paths.map((each) => [each, ''])))
        expect(await walk(root)).toEqual([...paths].sort())
      }),
      { numRuns: 40 },
    )
  })

  it('walkFiles reports links, pipes and sockets, and follows none', async () => {
    const root = await temporaryFolder()
    const outside = await temporaryFolder()
    await makeTree(outside, { 'secret.md': 'secret', 'folder/secret.md': 'secret' })
    await symlink(join(outside, 'secret.md'), join(root, 'file-link.md'))
    await symlink(join(outside, 'folder'), join(root, 'folder-link'))
    await symlink('nowhere', join(root, 'dangling.md'))
    await symlink('.', join(root, 'loop'))
    execFileSync('mkfifo', [join(root, 'pipe.md')])
    const server = createServer().listen(join(root, 'socket.md'))
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    expect(await walk(root)).toEqual([
      'dangling.md: not-a-regular-file',
      'file-link.md: not-a-regular-file',
      'folder-link: not-a-regular-file',
      'loop: not-a-regular-file',
      'pipe.md: not-a-regular-file',
      'socket.md: not-a-regular-file',
    ])
  })

  it('walkFiles reports what is wrong, where, and what to do', async () => {
    const root = await temporaryFolder()
    await mkdir(join(root, 'learn'))
    await symlink('nowhere', join(root, 'learn/a.md'))
    expect(await walkFiles(root).next()).toEqual({
      done: false,
      value: {
        kind: 'problem',
        path: 'learn/a.md',
        problem: {
          severity: 'error',
          path: 'learn/a.md',
          line: 1,
          column: 1,
          code: 'not-a-regular-file',
          message: 'This is a symbolic link, which is not followed or opened.',
          remedy: 'Replace it with a regular file, or remove it.',
        },
      },
    })
  })

  it('walkFiles reports unsafe names, without control characters in the path', async () => {
    const root = await temporaryFolder()
    await writeFile(Buffer.concat([Buffer.from(`${root}/bad-`), Buffer.from([0xff]), Buffer.from('.md')]), '')
    await makeTree(root, {
      'line\nbreak.md': '',
      'escape\u001b[2J.md': '',
      'back\\slash.md': '',
      'fine.md': '',
    })
    expect(await walk(root)).toEqual([
      'back\\slash.md: unsafe-path',
      'bad-\ufffd.md: unsafe-path',
      'escape\\x1b[2J.md: unsafe-path',
      'fine.md',
      'line\\x0abreak.md: unsafe-path',
    ])
  })

  it.runIf(process.platform === 'linux')(
    'walkFiles refuses all names that collide, and enters no such folder',
    async () => {
      const root = await temporaryFolder()
      await makeTree(root, {
        'Learn/a.md': '',
        'learn/b.md': '',
        'tea/cafe\u0301.md': '',
        'tea/caf\u00e9.md': '',
        'tea/CAF\u00c9.md': '',
        'tea/green.md': '',
      })
      expect(await walk(root)).toEqual([
        'Learn: path-collision',
        'learn: path-collision',
        'tea/CAF\u00c9.md: path-collision',
        'tea/cafe\u0301.md: path-collision',
        'tea/caf\u00e9.md: path-collision',
        'tea/green.md',
      ])
    },
  )

  it('walkFiles reports an unreadable folder and continues', async () => {
    const root = await temporaryFolder()
    await makeTree(root, { 'a/x.md': '', 'b/x.md': '', 'c/x.md': '' })
    execFileSync('chmod', ['000', join(root, 'b')])
    const lines = await asUnprivileged(root, () => walk(root))
    execFileSync('chmod', ['755', join(root, 'b')])
    expect(lines).toEqual(['a/x.md', 'b: unreadable-file', 'c/x.md'])
  })

  it('walkFiles accepts a root that is itself a link', async () => {
    const folder = await temporaryFolder()
    await makeTree(folder, { 'real/a.md': '' })
    await symlink('real', join(folder, 'root'))
    expect(await walk(join(folder, 'root'))).toEqual(['a.md'])
  })

  it('walkFiles throws if the root is missing, a file, or not readable', async () => {
    const folder = await temporaryFolder()
    await makeTree(folder, { 'file.md': '', 'closed/a.md': '' })
    execFileSync('chmod', ['000', join(folder, 'closed')])
    await expect(walk(join(folder, 'missing'))).rejects.toThrow(ContentRootError)
    await expect(walk(join(folder, 'missing'))).rejects.toThrow('no such file or directory (ENOENT)')
    await expect(walk(join(folder, 'file.md'))).rejects.toThrow('it is not a folder')
    await asUnprivileged(folder, () => expect(walk(join(folder, 'closed'))).rejects.toThrow(ContentRootError))
    execFileSync('chmod', ['755', join(folder, 'closed')])
  })
})
