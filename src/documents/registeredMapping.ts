import type { Payload, PayloadRequest } from 'payload'

import type { Mapping } from '../mapping/types.ts'
import { isRecord } from './documents.ts'

const isMapping = (value: unknown): value is Mapping =>
  isRecord(value) &&
  typeof value.collection === 'string' &&
  typeof value.files === 'string' &&
  typeof value.key === 'string' &&
  isRecord(value.frontMatter)

/** All mappings that the plugin was given, in their order; undefined where the app has no plugin. */
export const registeredMappings = (payload: Pick<Payload, 'config'>): Mapping[] | undefined => {
  const custom: unknown = payload.config.custom
  const own = isRecord(custom) ? custom.answerbook : undefined
  return isRecord(own) && Array.isArray(own.mappings) ? own.mappings.filter(isMapping) : undefined
}

/** The mapping of a collection, if it has one. */
export const registeredMapping = (
  payload: Pick<Payload, 'config'>,
  collection: string,
): Mapping | undefined => registeredMappings(payload)?.find((mapping) => mapping.collection === collection)

/** What the app's option `context` adds to the context of what runs write. */
export const registeredContext = (payload: Pick<Payload, 'config'>): Record<string, unknown> => {
  const custom: unknown = payload.config.custom
  const own = isRecord(custom) ? custom.answerbook : undefined
  return isRecord(own) && isRecord(own.context) ? own.context : {}
}

const isPolicy = (value: unknown): value is (args: { req: PayloadRequest }) => unknown =>
  typeof value === 'function'

/** Whether whoever makes a request may see documents as files. */
export const maySeeFiles = (req: PayloadRequest): boolean => {
  const custom: unknown = req.payload.config.custom
  const own = isRecord(custom) ? custom.answerbook : undefined
  return isRecord(own) && isPolicy(own.maySeeFiles) && own.maySeeFiles({ req }) === true
}
