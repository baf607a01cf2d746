import { setImmediate as turn } from 'node:timers/promises'

import pMap from 'p-map'
import type { Payload } from 'payload'

import type { FileStat } from '../../files/fileStat.ts'
import { readTextFile } from '../../files/readTextFile.ts'
import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { type Problem, problemAt } from '../../problems/problems.ts'
import type { Mapping } from '../../mapping/types.ts'
import { readFile } from '../../mapping/readFile.ts'
import type { Scope } from '../scope.ts'
import type { SourceFile } from './types.ts'

const readsAtOnce = 16

/** The files of one mapping in a content root. */
export type FilesOfMapping = {
  payload: Payload
  folder: string
  mapping: Mapping
  scope: Scope
}

/** A file's text with its digest, before it is parsed. */
export type RawFile = {
  mapping: Mapping
  scope: Scope
  path: string
  text: string
  digest: string
  /** The status of the file from before it was read; undefined if the text comes from elsewhere. */
  stat?: FileStat
}

/** Reads a file of the content root; a problem if it cannot be imported. */
const readRaw = async (
  root: string,
  { mapping, scope }: Pick<RawFile, 'mapping' | 'scope'>,
  path: string,
): Promise<RawFile | { problem: Problem }> => {
  const read = await readTextFile(root, path)
  if (!read.ok) return { problem: read.problem }
  const { digest, stat, text } = read
  return { mapping, scope, path, text, digest, stat }
}

type Parsed = { source?: SourceFile; problems: Problem[] }

/** Parses a file. Without `source`, the problems are the reasons; with it, they are warnings. */
export const parseSource = (raw: RawFile): Parsed => {
  const { mapping, path, text } = raw
  const parsed = parseFrontMatter(text)
  if (!parsed.ok) return { problems: parsed.findings.map((finding) => problemAt(path, finding)) }
  const { record, findings } = readFile(mapping, path, parsed.frontMatter)
  const problems = findings.map((finding) => problemAt(path, finding))
  if (problems.some(({ severity }) => severity === 'error')) return { problems }
  return { source: { ...raw, frontMatter: parsed.frontMatter, record }, problems }
}

/** Parses files one after the other; lets other requests of the process run. */
export const parseSources = async (
  raws: readonly RawFile[],
): Promise<{ sources: SourceFile[]; problems: Problem[] }> => {
  const sources: SourceFile[] = []
  const problems: Problem[] = []
  for (const raw of raws) {
    await turn()
    const parsed = parseSource(raw)
    problems.push(...parsed.problems)
    if (parsed.source) sources.push(parsed.source)
  }
  return { sources, problems }
}

/** Reads files of the content root, a few at a time. */
export const readRaws = (
  { folder, mapping, scope }: Omit<FilesOfMapping, 'payload'>,
  paths: readonly string[],
): Promise<(RawFile | { problem: Problem })[]> =>
  pMap(paths, (path) => readRaw(folder, { mapping, scope }, path), { concurrency: readsAtOnce })

/** Reads and parses files of the content root; those that cannot be imported are omitted. */
export const readSources = async (
  files: Omit<FilesOfMapping, 'payload'>,
  paths: readonly string[],
): Promise<SourceFile[]> => {
  const raws = await readRaws(files, paths)
  return (await parseSources(raws.flatMap((raw) => ('problem' in raw ? [] : [raw])))).sources
}
