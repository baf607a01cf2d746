import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ContentRootError } from '../../src/files/errors.ts'
import { type WatchedFolder, watchFolder } from '../../src/files/watchFolder.ts'

describe('a watched folder', () => {
  const never = new AbortController().signal
  let root: string
  let watched: WatchedFolder
  const place = (name: string): string => path.join(root, name)

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'answerbook-watched-'))
    mkdirSync(place('learn'))
    writeFileSync(place('learn/one.md'), 'one')
    watched = await watchFolder(root)
  })
  afterEach(async () => {
    await watched.close()
    rmSync(root, { force: true, recursive: true })
  })

  it.each<[string, () => void]>([
    ['a changed file', () => appendFileSync(place('learn/one.md'), 'more')],
    ['a new file', () => writeFileSync(place('learn/two.md'), 'two')],
    [
      'a file in a new folder',
      () => (mkdirSync(place('a/b'), { recursive: true }), writeFileSync(place('a/b/c.md'), '')),
    ],
    ['a removed file', () => rmSync(place('learn/one.md'))],
    ['a renamed folder', () => renameSync(place('learn'), place('taught'))],
    [
      'a file that replaces another',
      () => {
        writeFileSync(place('learn/.new'), 'new')
        renameSync(place('learn/.new'), place('learn/one.md'))
      },
    ],
  ])('tells of %s', async (_, change) => {
    change()
    expect(await watched.changed(never)).toBe(true)
  })

  it('keeps what changed before it was asked, and tells of it once', async () => {
    writeFileSync(place('learn/two.md'), 'two')
    writeFileSync(place('learn/three.md'), 'three')
    expect(await watched.changed(never)).toBe(true)
    const controller = new AbortController()
    const second = watched.changed(controller.signal)
    controller.abort()
    expect(await second).toBe(false)
    expect(await watched.changed(controller.signal)).toBe(false)
  })

  it('refuses a folder that is not there, and one that is removed', async () => {
    await expect(watchFolder(place('nowhere'))).rejects.toThrow(ContentRootError)
    const end = watched.changed(never).then((has) => has && watched.changed(never))
    rmSync(root, { recursive: true })
    await expect(end).rejects.toThrow(/removed or renamed/)
  })
})
