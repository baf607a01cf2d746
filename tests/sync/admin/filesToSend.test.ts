import { describe, expect, it } from 'vitest'

import { filesToSend, placedIn } from '../../../src/sync/admin/importView/filesToSend.ts'

const fileAt = (path: string): File => {
  const file = new File(['x'], path.split('/').at(-1) ?? path)
  // A browser sets it for files of a chosen folder; Node's File lacks it.
  return Object.assign(file, { webkitRelativePath: path.includes('/') ? path : '' })
}

describe('files that were chosen for an import', () => {
  it.each([
    [['site.zip'], ['site.zip'], false],
    [['what-is-dna.md', 'photo.jpg'], ['what-is-dna.md'], true],
    [['site/learn/biology/a.md', 'site/.git/config', 'site/b.MD'], ['learn/biology/a.md', 'b.MD'], true],
    [['site/learn/a.md'], ['learn/a.md'], false],
    [['photo.jpg'], [], false],
  ])('of %j, %j are sent; they need a folder: %s', (chosen, sent, needsFolder) => {
    const { files, ...rest } = filesToSend(chosen.map(fileAt))
    expect([files.map(({ path }) => path), rest]).toEqual([sent, { needsFolder }])
  })

  it.each([
    ['learn/biology', 'learn/biology/a.md'],
    [' /learn/biology/ ', 'learn/biology/a.md'],
    ['', 'a.md'],
  ])('files without a folder are placed in %j', (folder, path) => {
    const { files } = filesToSend(['a.md', 'x/y/b.md', 'c.zip'].map(fileAt))
    expect(placedIn(files, folder).map((file) => file.path)).toEqual([path, 'y/b.md', 'c.zip'])
  })
})
