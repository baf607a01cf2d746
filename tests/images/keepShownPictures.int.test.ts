import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '../../src/documents/documents.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { rest } from '../helpers/rest.ts'

type Format = 'png' | 'jpeg'

const picture = (format: Format, width = 900): Promise<Buffer> =>
  sharp({ create: { width, height: 20, channels: 3, background: '#abc' } })
    .toFormat(format)
    .toBuffer()

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

describe.skipIf(skipped())(`images that answers show, on ${database}`, () => {
  let opened: BootedArticles
  let made = 0
  beforeAll(async () => {
    opened = await bootArticles()
  })
  afterAll(() => opened.booted.close())

  const send = async (path: string, method: string, name: string, format: Format = 'png', width?: number) => {
    const form = new FormData()
    form.set(
      'file',
      new File([new Uint8Array(await picture(format, width))], name, { type: `image/${format}` }),
    )
    form.set('_payload', JSON.stringify({ alt: 'A picture' }))
    return rest(opened.booted.config, path, { as: 'editor', method, body: form })
  }
  const upload = async (
    name = `picture ${(made += 1)}.png`,
  ): Promise<{ id: string; url: string; sizes: unknown }> => {
    const { body } = await send('media', 'POST', name)
    if (!isRecord(body.doc)) throw new Error(JSON.stringify(body))
    return { id: String(body.doc.id), url: String(body.doc.url), sizes: body.doc.sizes }
  }
  const remove = (id: string) => rest(opened.booted.config, `media/${id}`, { as: 'editor', method: 'DELETE' })
  const showing = (url: string, as: 'publish' | 'draft' = 'publish'): Promise<{ id: DocumentId }> =>
    opened.articles[as]({
      subject: opened.subject,
      question: `Which ${(made += 1)}?`,
      answer: `Look: ![A](${url})`,
    })
  const file = (url: string) => rest(opened.booted.config, url.replace('/api/', ''))

  it('an image that no answer shows is deleted, and a longer name with the same prefix does not count', async () => {
    const { id } = await upload('begin.png')
    const longer = await upload('begin.png.png')
    await showing(longer.url)
    expect(await remove(id)).toMatchObject({ status: 200 })
  })

  it('an image that answers show is not deleted, and the refusal gives their number', async () => {
    const { id, url } = await upload()
    const first = await showing(url)
    expect(await remove(id)).toMatchObject({
      status: 409,
      body: { errors: [{ message: expect.stringContaining('1 document shows this image') }] },
    })
    await showing(`https://answers.example.com${url}?size=1`, 'draft')
    const trashed = await showing(url)
    await opened.articles.update(trashed.id, { deletedAt: new Date().toISOString() })
    const other = await opened.articles.publish({ subject: opened.subject })
    await opened.articles.saveDraft(other.id, { answer: `![](${url})` })
    expect(await remove(id)).toMatchObject({
      status: 409,
      body: { errors: [{ message: expect.stringContaining('4 documents show this image') }] },
    })
    expect((await file(url)).status).toBe(200)
    expect((await opened.articles.row(first.id)).answer).toContain(url)
  })

  it('a replaced image keeps its name', async () => {
    const { id, url } = await upload()
    await showing(url)
    const answer = await send(`media/${id}`, 'PATCH', 'another name.png', 'png', 950)
    expect(answer).toMatchObject({ status: 200, body: { doc: { url, width: 950 } } })
    expect((await file(url)).status).toBe(200)
  })

  it('an image that no answer shows gets the name of the new file', async () => {
    const { id, url } = await upload()
    const { body } = await send(`media/${id}`, 'PATCH', 'new name.png')
    expect(isRecord(body.doc) && body.doc.url).not.toBe(url)
  })

  it('an image is not replaced by a file of another type', async () => {
    const { id, url } = await upload()
    await showing(url)
    expect(await send(`media/${id}`, 'PATCH', 'photo.jpg', 'jpeg')).toMatchObject({ status: 409 })
    expect((await file(url)).status).toBe(200)
  })

  it('an image is not replaced if an answer shows one of its sizes', async () => {
    const { id, sizes } = await upload()
    const text = isRecord(sizes) && isRecord(sizes.text) ? String(sizes.text.url) : ''
    await showing(text)
    expect(await send(`media/${id}`, 'PATCH', 'again.png', 'png', 950)).toMatchObject({ status: 409 })
    expect((await file(text)).status).toBe(200)
  })

  it('only users who may change an image learn how often it is shown', async () => {
    const { id, url } = await upload()
    await showing(url, 'draft')
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await picture('png'))], 'x.png', { type: 'image/png' }))
    for (const as of ['visitor', 'reader', 'writer'] as const) {
      const { status } = await rest(opened.booted.config, `media/${id}`, { as, method: 'PATCH', body: form })
      expect([as, status]).toEqual([as, 403])
    }
  })

  it('a file that does not exist is a 404', async () => {
    expect(await file('/api/media/file/nothing.png')).toMatchObject({ status: 404 })
  })
})
