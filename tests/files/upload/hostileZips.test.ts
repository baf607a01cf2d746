import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { UploadError } from '../../../src/files/errors.ts'
import { unzip } from '../../../src/files/upload/unzip.ts'
import type { ZipLimits } from '../../../src/files/upload/zipEntries.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { zipped } from './zipped.ts'

const localHeader = Buffer.from('PK\u0003\u0004', 'latin1')
const listedHeader = Buffer.from('PK\u0001\u0002', 'latin1')

/** Writers of zips check names, so an invalid one is inserted afterwards, in both places. */
const renamed = async (from: string, to: string): Promise<Buffer> => {
  const zip = await zipped([{ path: 'good.md' }, { path: from }])
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

/** Changes bytes of the last entry's own header, or of the one in the directory. */
const patched = (zip: Buffer, header: Buffer, at: number, bytes: readonly number[]): Buffer => {
  const copy = Buffer.from(zip)
  Buffer.from(bytes).copy(copy, copy.lastIndexOf(header) + at)
  return copy
}

const two = () => zipped([{ path: 'good.md' }, { path: 'next.md', content: 'some text' }])

/** A file whose data contains another file of the zip with its header, as in a bomb of overlapping files. */
const overlapping = async (): Promise<Buffer> => {
  const inner = await zipped([{ path: 'inner.md' }])
  const data = inner.subarray(0, inner.indexOf(listedHeader))
  const zip = await zipped([{ path: 'outer.md', content: data, compress: false }, { path: 'inner.md' }])
  const at = zip.indexOf(data)
  return patched(zip, listedHeader, 42, [at, 0, 0, 0])
}

const table: [string, () => Promise<Buffer>, RegExp, ZipLimits?][] = [
  ['a path upwards', () => renamed('aa/b.md', '../b.md'), /relative path: \.\.\/b\.md/],
  ['a path upwards on the way', () => renamed('a/bb/c.md', 'a/../c.md'), /relative path: a\/\.\.\/c\.md/],
  ['an absolute path', () => renamed('aab.md', '/ab.md'), /absolute path: \/ab\.md/],
  ['a drive', () => renamed('aab.md', 'c:b.md'), /c:b\.md/],
  ['a backslash', () => renamed('a-b.md', 'a\\b.md'), /a\\b\.md/],
  ['a backslash upwards', () => renamed('aa-b.md', '..\\b.md'), /\.\.\\b\.md/],
  ['NUL in a name', () => renamed('a-b.md', 'a\0b.md'), /control character/],
  ['a line feed in a name', () => renamed('a-b.md', 'a\nb.md'), /control character/],
  ['an empty segment', () => renamed('a-/b.md', 'a//b.md'), /empty segment/],
  ['a name that is too long', () => zipped([{ path: `${'a'.repeat(256)}.md` }]), /too long/],
  ['a path that is too long', () => zipped([{ path: `${'a/'.repeat(1600)}b.md` }]), /too long/],
  ['a symbolic link', () => zipped([{ path: 'a.md', content: '/etc/passwd', mode: 0o120777 }]), /symbolic/],
  ['a device', () => zipped([{ path: 'a.md', mode: 0o020666 }]), /not a regular file/],
  ['one path twice', () => zipped([{ path: 'a.md' }, { path: 'a.md' }]), /"a\.md" was sent twice/],
  [
    'names that differ in case',
    () => zipped([{ path: 'a.md' }, { path: 'A.md' }]),
    /the same on some file systems/,
  ],
  ['folders that differ in case', () => zipped([{ path: 'a/b.md' }, { path: 'A/c.md' }]), /the same on some/],
  [
    'names that differ in Unicode form',
    () => zipped([{ path: '\u00e9.md' }, { path: 'e\u0301.md' }]),
    /the same on/,
  ],
  [
    'a file that is a folder too',
    () => zipped([{ path: 'a' }, { path: 'a/b.md' }]),
    /both a file and a folder/,
  ],
  [
    'a folder that is a file too',
    () => zipped([{ path: 'a/b.md' }, { path: 'a' }]),
    /both a file and a folder/,
  ],
  [
    'a bomb by ratio',
    () => zipped([{ path: 'a.md', content: Buffer.alloc(3 * 1024 ** 2) }]),
    /200 times larger/,
  ],
  [
    'a bomb by count',
    () => zipped(['a', 'b', 'c'].map((path) => ({ path }))),
    /3 entries; the limit is 2/,
    { maxEntries: 2 },
  ],
  ['a bomb by total', two, /more than 12 bytes/, { maxBytes: 12 }],
  ['files that share data', overlapping, /share their data/],
  [
    'another name in the header of the file',
    async () => patched(await two(), localHeader, 30, [0x2e, 0x2e]),
    /two different ways/,
  ],
  [
    'another size in the header of the file',
    async () => patched(await two(), localHeader, 22, [1]),
    /two different ways|unpacked|byte count/,
  ],
  [
    'another method in the header of the file',
    async () => patched(await two(), localHeader, 8, [0]),
    /two different ways/,
  ],
  [
    'an unknown method',
    async () => patched(patched(await two(), localHeader, 8, [12]), listedHeader, 10, [12]),
    /other than deflate/,
  ],
  ['an encrypted file', async () => patched(await two(), listedHeader, 8, [9]), /is encrypted/],
  [
    'a wrong checksum',
    async () => {
      const zip = await two()
      const at = zip.lastIndexOf(listedHeader) + 16
      return patched(zip, listedHeader, 16, [(zip[at] ?? 0) ^ 1])
    },
    /"next\.md" is damaged|two different ways/,
  ],
  [
    'damaged data',
    async () => {
      const zip = await zipped([{ path: 'good.md' }, { path: 'next.md', content: 'x'.repeat(50_000) }])
      const at = zip.lastIndexOf(localHeader) + 45
      zip.fill(0xff, at, at + 8)
      return zip
    },
    /cannot be unpacked|damaged/,
  ],
  ['half of a zip', async () => (await two()).subarray(0, 60), /incomplete.* Create it again\.$/],
  [
    'a zip without its directory',
    async () => {
      const zip = await two()
      return zip.subarray(0, zip.indexOf(listedHeader))
    },
    /cannot be unpacked/,
  ],
  ['something else', () => Promise.resolve(Buffer.from('# no zip')), /no zip at all/],
  ['nothing', () => Promise.resolve(Buffer.alloc(0)), /cannot be unpacked/],
]

describe('hostile zips', () => {
  it.each(table)('%s is refused before any file is written', async (name, zip, sentence, limits) => {
    const folder = await temporaryFolder()
    const file = join(await temporaryFolder(), 'upload.zip')
    await writeFile(file, await zip())
    const refused = unzip(file, folder, limits)
    await expect(refused).rejects.toThrow(UploadError)
    await expect(refused).rejects.toThrow(sentence)
    // What only unpacking can find is removed by whoever receives the upload.
    const isFoundLater = /checksum|damaged|another size/.test(name)
    if (!isFoundLater) expect(await readdir(folder)).toEqual([])
  })

  it('a zip in a zip is a file like any other', async () => {
    const folder = await temporaryFolder()
    const file = join(await temporaryFolder(), 'upload.zip')
    await writeFile(file, await zipped([{ path: 'inner.zip', content: await two() }]))
    expect(await unzip(file, folder)).toMatchObject({ files: 1 })
    expect(await readdir(folder)).toEqual(['inner.zip'])
  })
})
