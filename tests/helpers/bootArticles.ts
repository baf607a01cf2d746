import type { DocumentId } from '../../src/documents/documents.ts'
import { articlesOf } from './articlesOf.ts'
import { type Booted, bootPayload } from './bootPayload.ts'
import { makeUsers } from './makeUsers.ts'

export type BootedArticles = {
  booted: Booted
  articles: ReturnType<typeof articlesOf>
  users: Awaited<ReturnType<typeof makeUsers>>
  /** Id of a subject for articles. */
  subject: DocumentId
}

/** Payload on a separate database, with a user of each role and a subject. The caller closes it. */
export const bootArticles = async (): Promise<BootedArticles> => {
  const booted = await bootPayload()
  const articles = articlesOf(booted.payload)
  const users = await makeUsers(booted.payload)
  return { booted, articles, users, subject: await articles.subject() }
}
