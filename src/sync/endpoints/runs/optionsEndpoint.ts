import path from 'node:path'

import type { Endpoint } from 'payload'

import { hasWorkTree } from '../../../files/git.ts'
import { json, runEndpoint, type RunEndpointOptions } from './runEndpoint.ts'

/**
 * `GET /api/answerbook/runs/options`: the folders of the server that runs may use, `{ roots: [{ folder, name }] }`, and
 * with `canCommit` whether one of them, or a folder directly in one of them, is in a work tree of Git.
 */
export const optionsEndpoint = (options: RunEndpointOptions): Endpoint =>
  runEndpoint({ method: 'get', name: 'runs/options' }, options, async () => {
    const roots = options.roots.map((root) => {
      const folder = path.resolve(root)
      return { folder, name: path.basename(folder) }
    })
    const inGit = await Promise.all(roots.map(({ folder }) => hasWorkTree(folder)))
    return json({ roots, canCommit: inGit.includes(true) })
  })
