import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'

import { UploadError } from '../../../src/files/errors.ts'
import { walkFiles } from '../../../src/files/walkFiles.ts'
import { unzip } from '../../../src/files/upload/unzip.ts'
import { zipOf } from '../../../src/files/zipOf.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

type Entry = { path: string; content?: string | Buffer; mode?: number }

const zipped = async (entries: Entry[]): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const { content = 'text', mode = 0o100644, path } of entries)
    zip.addBuffer(Buffer.from(content), path, { mode })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Writers of zips check names, so an invalid one is inserted afterwards. */
const renamed = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')

const unpacked = async (zip: Buffer, limits?: Parameters<typeof unzip>[2]) => {
  const folder = await temporaryFolder()
  const file = join(await temporaryFolder(), 'upload.zip')
  await writeFile(file, zip)
  await unzip(file, folder, limits)
  const texts: Record<string, string> = {}
  for await (const { path } of walkFiles(folder)) texts[path] = await readFile(join(folder, path), 'utf8')
  return texts
}

describe('unzip', () => {
  it('unzip writes the files of a zip, without hidden ones', async () => {
    const zip = await zipped([
      { path: 'learn/a.md', content: 'a'.repeat(100_000) },
      { path: 'é.md', content: 'é' },
      { path: '__MACOSX/learn/._a.md' },
      { path: '.git/config' },
    ])
    expect(await unpacked(zip)).toEqual({ 'learn/a.md': 'a'.repeat(100_000), 'é.md': 'é' })
  })

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    [
      'a path upwards',
      async () => renamed(await zipped([{ path: 'aa/b.md' }]), 'aa/b', '../b'),
      /\.\.\/b\.md/,
    ],
    ['an absolute path', async () => renamed(await zipped([{ path: 'a/b.md' }]), 'a/b', '/ab'), /\/ab\.md/],
    ['a drive', async () => renamed(await zipped([{ path: 'aab.md' }]), 'aab', 'c:b'), /c:b\.md/],
    ['a symbolic link', () => zipped([{ path: 'a.md', content: '/etc/passwd', mode: 0o120777 }]), /symbolic/],
    ['one path twice', () => zipped([{ path: 'a.md' }, { path: 'a.md' }]), /"a\.md" was sent twice/],
    ['something else', () => Promise.resolve(Buffer.from('# no zip')), /cannot be unpacked/],
    ['half of a zip', async () => (await zipped([{ path: 'a.md' }])).subarray(0, 60), /cannot be unpacked/],
  ])('unzip refuses %s', async (_, zip, sentence) => {
    const refused = unpacked(await zip())
    await expect(refused).rejects.toThrow(UploadError)
    await expect(refused).rejects.toThrow(sentence)
  })

  it('unzip refuses encrypted entries', async () => {
    const zip = await zipped([{ path: 'a.md' }])
    // The lowest bit of the flags, in the header of the file and in the directory.
    for (const [signature, at] of [
      ['PK\u0003\u0004', 6],
      ['PK\u0001\u0002', 8],
    ] as const)
      zip[zip.indexOf(signature, 0, 'latin1') + at] = 1
    await expect(unpacked(zip)).rejects.toThrow('"a.md" is encrypted.')
  })

  it('unzip refuses zips beyond its limits', async () => {
    const zip = await zipped([
      { path: 'a.md', content: 'a'.repeat(1000) },
      { path: 'b.md', content: 'b'.repeat(1000) },
    ])
    await expect(unpacked(zip, { maxEntries: 1 })).rejects.toThrow('The zip has 2 entries; the limit is 1.')
    await expect(unpacked(zip, { maxBytes: 1999 })).rejects.toThrow('more than 1999 bytes')
    expect(Object.keys(await unpacked(zip, { maxBytes: 2000, maxEntries: 2 }))).toEqual(['a.md', 'b.md'])
  })
})

describe('zipOf', () => {
  it('zipOf creates a zip that unzip can read', async () => {
    const texts = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`a/${at}.md`, `é ${at}`]))
    const files = async function* () {
      for (const [path, content] of Object.entries(texts)) yield { path, content }
    }
    const zip = Buffer.from(await new Response(zipOf(files())).arrayBuffer())
    expect(await unpacked(zip)).toEqual(texts)
  })

  it('zipOf creates an empty zip if there are no files', async () => {
    const zip = Buffer.from(await new Response(zipOf((async function* () {})())).arrayBuffer())
    expect(await unpacked(zip)).toEqual({})
  })

  it('zipOf aborts the stream if the files fail', async () => {
    const files = async function* () {
      yield { path: 'a.md', content: 'a' }
      throw new Error('The database is gone.')
    }
    await expect(new Response(zipOf(files())).arrayBuffer()).rejects.toThrow('The database is gone.')
  })

  it('zipOf ends the files if the reader stops', async () => {
    let asked = 0
    let hasEnded = false
    const files = async function* () {
      try {
        for (;;) yield { path: `${(asked += 1)}.md`, content: 'x'.repeat(100_000) }
      } finally {
        hasEnded = true
      }
    }
    const reader = zipOf(files()).getReader()
    await reader.read()
    await reader.cancel()
    await expect.poll(() => hasEnded).toBe(true)
    expect(asked).toBeLessThan(200)
  })
})
