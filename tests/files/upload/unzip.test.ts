import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { walkFiles } from '../../../src/files/walkFiles.ts'
import { unzip } from '../../../src/files/upload/unzip.ts'
import { zipOf } from '../../../src/files/zipOf.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { zipped } from './zipped.ts'

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
