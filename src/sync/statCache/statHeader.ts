import type { Payload } from 'payload'

import { isRecord } from '../../documents/documents.ts'
import type { Scope } from '../scope.ts'
import type { LedgerStamp } from './ledgerStamp.ts'

/** What is stored beside the facts about the files of a folder. */
export type StatHeader = {
  /** The folder and mappings that the facts belong to. */
  id: string
  /** The state of the file records in which every fact is what the record of its file says. */
  stamp: LedgerStamp
  /** Paths for which this is not certain. */
  except: string[]
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const isStamp = (value: unknown): value is LedgerStamp =>
  isRecord(value) &&
  typeof value.import === 'string' &&
  typeof value.export === 'string' &&
  typeof value.count === 'number' &&
  typeof value.newest === 'string'

const isHeader = (value: unknown): value is StatHeader =>
  isRecord(value) && typeof value.id === 'string' && isStamp(value.stamp) && isTexts(value.except)

/** The key of what is known of a content root, one for each tenant. */
export const keyOfScopes = (name: string, scoped: readonly { scope: Scope }[]): string =>
  [name, ...new Set(scoped.map(({ scope }) => scope.name))].filter((part) => part !== '').join(':')

/** The header of the facts about some scopes, and the key that they are stored under. */
export const statHeader = ({ kv }: Pick<Payload, 'kv'>, scoped: readonly { scope: Scope }[]) => {
  const key = keyOfScopes('answerbook:files', scoped)
  return {
    key,
    read: async (): Promise<StatHeader | undefined> => {
      const stored: unknown = await kv.get(key)
      return isHeader(stored) ? stored : undefined
    },
    write: (header: StatHeader): Promise<void> => kv.set(key, header),
  }
}
