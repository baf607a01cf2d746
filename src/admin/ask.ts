import { isRecord } from './isRecord.ts'
import { sentenceIn } from './sentenceIn.ts'

/** An answer of the server; `status` is 0 if there was none. */
export type Answer =
  { ok: true; body: Record<string, unknown> } | { ok: false; status: number; problem: string | undefined }

/** Reads the answer to a request from its status and its text. */
export const answerOf = (status: number, text: string): Answer => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    // A proxy in front of the server may answer in another form.
  }
  if (status >= 200 && status < 300) return { ok: true, body: isRecord(body) ? body : {} }
  return { ok: false, status, problem: sentenceIn(body) }
}

/** Sends a GET request, or with a body a POST request; never throws. */
export const ask = async (
  address: string,
  { body, signal }: { body?: object; signal?: AbortSignal } = {},
): Promise<Answer> => {
  const response = await fetch(address, {
    credentials: 'include',
    ...(signal ? { signal } : {}),
    ...(body
      ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  }).catch(() => undefined)
  const text = await response?.text().catch(() => undefined)
  return response && text !== undefined
    ? answerOf(response.status, text)
    : { ok: false, status: 0, problem: undefined }
}
