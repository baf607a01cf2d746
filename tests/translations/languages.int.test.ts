import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { headersOf } from '../helpers/rest.ts'

describe('the language of a request', () => {
  let opened: BootedArticles

  beforeAll(async () => {
    opened = await bootArticles()
    await opened.articles.publish({ subject: opened.subject })
  })
  afterAll(() => opened.booted.close())

  it.each([
    ['en', '1 document still uses it'],
    ['de', '1 Dokument verwendet es noch'],
    ['fr', '1 document still uses it'],
  ])('a refusal for the language %s is in that language', async (language, sentence) => {
    const request = new Request(`http://localhost:3000/api/subjects/${opened.subject}`, {
      method: 'DELETE',
      headers: { ...headersOf('editor'), 'Accept-Language': language },
    })
    const response = await handleEndpoints({ config: opened.booted.payload.config, request })
    expect([response.status, await response.text()]).toEqual([409, expect.stringContaining(sentence)])
  })
})
