import type { PayloadRequest } from 'payload'

type Row = Record<string, unknown>

const key = 'answerbook:import-batch'

/**
 * What the files of an import batch share: results of queries for all of them at once, and records that are written for
 * all of them at once. Hooks find it in the context of the request.
 */
export class ImportBatch {
  /** Rows of collections with plain fields, which are added for several files at once. */
  readonly rows: { files: Row[]; links: Row[] } = { files: [], links: [] }
  readonly #newUrls: Set<string>
  readonly #taken = new Set<string>()
  readonly #answers = new Map<string, unknown>()

  /** `newUrls` are URLs that no document, draft or redirect had before the batch. */
  constructor(newUrls: Iterable<string>) {
    this.#newUrls = new Set(newUrls)
  }

  /** The rows that have come since they were taken last. */
  takeRows(): { files: Row[]; links: Row[] } {
    return { files: this.rows.files.splice(0), links: this.rows.links.splice(0) }
  }

  /** The context of a request that belongs to the batch. */
  get context(): Record<string, unknown> {
    return { [key]: this }
  }

  /** Whether no redirect exists for a URL. */
  isNew(url: string): boolean {
    return this.#newUrls.has(url)
  }

  /** Claims a new URL for a document; false if the URL is not new or already claimed by another document of the batch. */
  take(url: string): boolean {
    if (!this.#newUrls.has(url) || this.#taken.has(url)) return false
    this.#taken.add(url)
    return true
  }

  /** Queries once for all files of the batch what cannot change while the batch is written. */
  async once<T>(
    question: string,
    ask: () => Promise<T>,
    isAnswer: (value: unknown) => value is T,
  ): Promise<T> {
    const known = this.#answers.get(question)
    if (this.#answers.has(question) && isAnswer(known)) return known
    const answer = await ask()
    this.#answers.set(question, answer)
    return answer
  }
}

/** The batch that a request belongs to, if it is part of an import. */
export const importBatchOf = ({ context }: Pick<PayloadRequest, 'context'>): ImportBatch | undefined => {
  const batch = context[key]
  return batch instanceof ImportBatch ? batch : undefined
}
