import { sentenceIn } from '../../admin/sentenceIn.ts'
import { isRecord } from '../../admin/isRecord.ts'

/** Creates a draft of a document; returns its id, or the server's reason for refusing it, if any. */
export const createDraft = async (
  api: string,
  data: Record<string, unknown>,
): Promise<{ ok: true; id: string } | { ok: false; problem: string | undefined }> => {
  const response = await fetch(`${api}?draft=true&depth=0`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...data, _status: 'draft' }),
  }).catch(() => undefined)
  const answer: unknown = await response?.json().catch(() => undefined)
  const document = isRecord(answer) && isRecord(answer.doc) ? answer.doc : {}
  if (response?.ok && (typeof document.id === 'string' || typeof document.id === 'number'))
    return { ok: true, id: String(document.id) }
  return { ok: false, problem: sentenceIn(answer) }
}
