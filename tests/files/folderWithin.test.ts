import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { FolderError } from '../../src/files/errors.ts'
import { folderWithin } from '../../src/files/folderWithin.ts'
import { temporaryFolder } from './temporaryFolder.ts'

it('only allowed folders and those below them can be used', async () => {
  const base = await temporaryFolder()
  const root = join(base, 'root')
  await mkdir(join(root, 'a/b'), { recursive: true })
  await mkdir(join(base, 'rooted'))
  await symlink(base, join(root, 'out'))
  await symlink(join(root, 'a'), join(root, 'in'))
  await symlink(root, join(base, 'alias'))
  const roots = [root, join(base, 'alias')]
  for (const allowed of ['root', 'root/a/b', 'root/a/new/er', 'root/in/b', 'alias', 'alias/a'])
    expect(await folderWithin(roots, join(base, allowed))).toBe(join(base, allowed))
  const refused = [
    base,
    join(base, 'rooted'),
    `${root}/../rooted`,
    `${root}/a/..`,
    join(root, 'out'),
    '',
    '.',
    '/',
    `${root}\0`,
  ]
  for (const folder of [...refused, join(root, 'out/rooted'), join(root, 'out/new')])
    await expect(folderWithin(roots, folder), folder).rejects.toThrow(FolderError)
  await expect(folderWithin([], root)).rejects.toThrow(FolderError)
})
