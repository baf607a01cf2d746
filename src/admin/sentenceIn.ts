import { isRecord } from './isRecord.ts'

/** The message in a response of the API, or undefined. */
export const sentenceIn = (answer: unknown): string | undefined => {
  if (!isRecord(answer)) return undefined
  const first: unknown = Array.isArray(answer.errors) ? answer.errors[0] : answer
  return isRecord(first) && typeof first.message === 'string' ? first.message : undefined
}
