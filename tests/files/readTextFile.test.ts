import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { decodeUtf8, digestOf, readTextFile } from '../../src/files/readTextFile.ts'
import { ContentRootError } from '../../src/files/errors.ts'
import { asUnprivileged } from './asUnprivileged.ts'
import { makeTree } from './makeTree.ts'
import { statFile } from '../../src/files/fileStat.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** The code of the problem that reading a path gives, or `fine`. */
const codeOf = async (root: string, path: string): Promise<string> => {
  const read = await readTextFile(root, path)
  return read.ok ? 'fine' : read.problem.code
}

describe('readTextFile', () => {
  it.each([
    ['plain', 'question: Is tea hot?\n'],
    ['a byte order mark', '\ufeff---\r\nid: 1\r\n---\r\n'],
    ['other scripts', 'é 茶 😀\u2028\u0000'],
    ['nothing', ''],
  ])('readTextFile returns the exact text: %s', async (_, text) => {
    const root = await temporaryFolder()
    await makeTree(root, { 'a.md': text })
    const digest = createHash('sha256').update(Buffer.from(text)).digest('hex')
    expect(await readTextFile(root, 'a.md')).toEqual({
      ok: true,
      text,
      digest,
      bytes: Buffer.byteLength(text),
      stat: statFile(root, 'a.md'),
    })
    expect(digestOf(text)).toBe(digest)
  })

  it('readTextFile reads files up to the limit and not a byte more', async () => {
    const root = await temporaryFolder()
    const mebibyte = 1024 * 1024
    await makeTree(root, {
      'most.md': 'a'.repeat(mebibyte),
      'more.md': 'a'.repeat(mebibyte + 1),
      'four.md': 'é4a',
    })
    expect(await codeOf(root, 'most.md')).toBe('fine')
    expect(await codeOf(root, 'more.md')).toBe('too-large')
    expect((await readTextFile(root, 'four.md', { maxBytes: 4 })).ok).toBe(true)
    expect(await readTextFile(root, 'four.md', { maxBytes: 3 })).toMatchObject({
      ok: false,
      missing: false,
      problem: { path: 'four.md', message: 'The file has 4 bytes; the limit is 3.' },
    })
  })

  it('readTextFile reports the first byte that is not UTF-8', async () => {
    const root = await temporaryFolder()
    await makeTree(root, { 'a.md': Buffer.concat([Buffer.from('é: 1\r\n😀x'), Buffer.from([0xe9, 0x0a])]) })
    expect(await readTextFile(root, 'a.md')).toMatchObject({
      ok: false,
      problem: { code: 'invalid-utf8', path: 'a.md', line: 2, column: 4 },
    })
  })

  it('readTextFile opens only regular files, and waits for none', async () => {
    const root = await temporaryFolder()
    const outside = await temporaryFolder()
    await makeTree(outside, { 'secret.md': 'secret' })
    await makeTree(root, { 'folder/a.md': '' })
    await symlink(join(outside, 'secret.md'), join(root, 'link.md'))
    await symlink(outside, join(root, 'linked'))
    execFileSync('mkfifo', [join(root, 'pipe.md')])
    const server = createServer().listen(join(root, 'socket.md'))
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    expect(await codeOf(root, 'link.md')).toBe('not-a-regular-file')
    expect(await codeOf(root, 'linked/secret.md')).toBe('unsafe-path')
    expect(await codeOf(root, 'pipe.md')).toBe('not-a-regular-file')
    expect(await codeOf(root, 'socket.md')).toBe('not-a-regular-file')
    expect(await codeOf(root, 'folder')).toBe('not-a-regular-file')
  })

  it.each([
    '',
    '../a.md',
    '/etc/passwd',
    'a//b.md',
    './a.md',
    'a/../../b.md',
    'a\\b.md',
    'a\u0000.md',
    'C:/a.md',
  ])('readTextFile refuses the path %j', async (path) => {
    const root = await temporaryFolder()
    expect(await codeOf(root, path)).toBe('unsafe-path')
  })

  it('readTextFile distinguishes a missing file from an unreadable one', async () => {
    const root = await temporaryFolder()
    await makeTree(root, { 'closed.md': '' })
    execFileSync('chmod', ['000', join(root, 'closed.md')])
    const missing = { ok: false, missing: true, problem: { code: 'unreadable-file' } }
    expect(await readTextFile(root, 'none.md')).toMatchObject(missing)
    expect(await readTextFile(root, 'no/folder/none.md')).toMatchObject(missing)
    expect(await asUnprivileged(root, () => readTextFile(root, 'closed.md'))).toMatchObject({
      ok: false,
      missing: false,
      problem: {
        code: 'unreadable-file',
        message: 'The file could not be read: permission denied (EACCES).',
      },
    })
  })

  it('readTextFile throws if the root is missing', async () => {
    await expect(readTextFile('/no/such/root', 'a.md')).rejects.toThrow(ContentRootError)
  })
})

describe('decodeUtf8', () => {
  it('decodeUtf8 finds the first invalid bytes after any text', () => {
    const brokenBytes = fc.constantFrom(
      [0xff],
      [0x80],
      [0xc3],
      [0xe2, 0x82],
      [0xf0, 0x9f, 0x98],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
    )
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((each) => each.replaceAll(' ', '\n'))
    fc.assert(
      fc.property(text, brokenBytes, fc.constantFrom('', '\n', 'a\ufffd'), (before, broken, after) => {
        const lines = before.split('\n')
        const bytes = Buffer.concat([Buffer.from(before), Buffer.from(broken), Buffer.from(after)])
        expect(decodeUtf8(bytes)).toEqual({
          ok: false,
          line: lines.length,
          column: (lines.at(-1) ?? '').length + 1,
        })
      }),
    )
  })
})
