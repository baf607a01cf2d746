import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import { errorCode, GitError } from './errors.ts'
import { asReason } from '../problems/asReason.ts'

const run = promisify(execFile)

const timeout = 120_000

const git = async (folder: string, ...args: string[]): Promise<string> => {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
  const { stdout } = await run('git', args, { cwd: folder, env, timeout, maxBuffer: 64 * 1024 ** 2 })
  return stdout
}

/** The first line that Git has printed about an error. */
const reasonOf = (error: unknown): string => {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  const lines = printed.split('\n').filter((line) => line.trim() !== '')
  const line = lines.find((one) => /^(fatal|error):/.test(one)) ?? lines[0] ?? String(error)
  return asReason(line.replace(/^(fatal|error): /, ''))
}

/** Whether a folder is in a work tree of Git, and Git is installed. */
const isInWorkTree = async (folder: string): Promise<boolean> => {
  try {
    return (await git(folder, 'rev-parse', '--is-inside-work-tree')).trim() === 'true'
  } catch {
    return false
  }
}

/** Whether a folder, or one that is directly in it, is in a work tree of Git, and Git is installed. */
export const hasWorkTree = async (folder: string): Promise<boolean> => {
  if (await isInWorkTree(folder)) return true
  const names = await readdir(folder).catch(() => [])
  const tops = names.filter((name) => existsSync(path.join(folder, name, '.git')))
  return (await Promise.all(tops.map((name) => isInWorkTree(path.join(folder, name))))).includes(true)
}

/**
 * Makes sure that an export into a folder can be committed.
 * @throws GitError if Git is not installed, if the folder is not in a work tree, or if the work tree has uncommitted changes.
 */
export const assertCommittable = async (folder: string): Promise<void> => {
  let changes: string
  try {
    const isInside = (await git(folder, 'rev-parse', '--is-inside-work-tree')).trim()
    if (isInside !== 'true') throw new GitError(`"${folder}" is not in a work tree of Git.`)
    changes = await git(folder, 'status', '--porcelain', '--untracked-files=normal')
  } catch (error) {
    if (error instanceof GitError) throw error
    if (errorCode(error) === 'ENOENT')
      throw new GitError('Git is not installed on the server, or the folder does not exist.', {
        cause: error,
      })
    const reason = reasonOf(error)
    throw new GitError(
      /not a git repository/.test(reason)
        ? `"${folder}" is not in a work tree of Git: run git init there, or export without a commit.`
        : `Git cannot use "${folder}": ${reason}.`,
      { cause: error },
    )
  }
  const lines = changes.split('\n').filter(Boolean)
  if (lines.length > 0)
    throw new GitError(
      `The work tree of "${folder}" has uncommitted changes (${lines.length}, such as ${lines[0]?.slice(3)}): commit or discard them first, or export without a commit.`,
    )
}

/**
 * Commits everything that has changed under a folder, and nothing else. Returns the id of the commit; undefined if nothing
 * has changed.
 * @throws GitError with what Git says.
 */
export const commitFolder = async (
  folder: string,
  { author, message }: { author?: { name: string; email: string } | undefined; message: string },
): Promise<string | undefined> => {
  try {
    await git(folder, 'add', '--all', '--', '.')
    const staged = await git(folder, 'diff', '--cached', '--name-only', '-z', '--', '.')
    if (staged === '') return undefined
    const by = author ? [`--author=${author.name} <${author.email}>`] : []
    await git(folder, 'commit', '--quiet', `--message=${message}`, ...by, '--', '.')
    return (await git(folder, 'rev-parse', 'HEAD')).trim()
  } catch (error) {
    throw new GitError(`Git did not commit: ${reasonOf(error)}.`, { cause: error })
  }
}
