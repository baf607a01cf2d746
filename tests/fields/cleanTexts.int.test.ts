import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { type DocumentId, documentsOf } from '../../src/documents/documents.ts'
import { exportedFile } from '../../src/sync/export/exportedFile.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { makeTree } from '../files/makeTree.ts'
import { temporaryFolder } from '../files/temporaryFolder.ts'
import { articleText } from '../fixtures/articleText.ts'
import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { rest } from '../helpers/rest.ts'

describe.skipIf(skipped())(`texts that are saved, on ${database}`, () => {
  let opened: BootedArticles
  let article: DocumentId
  beforeAll(async () => {
    opened = await bootArticles()
    article = (await opened.articles.publish({ subject: opened.subject })).id
  })
  afterAll(() => opened.booted.close())

  const save = (path: string, body: object, method = 'PATCH') =>
    rest(opened.booted.config, path, { as: 'editor', method, body })

  it.each([
    ['answer', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['answer', 'one\u000btwo\u000cthree', 'one\ntwo\nthree'],
    ['answer', 'a\u0000b\u0008c\u001fd\te', 'a b c d\te'],
    ['answer', 'half \ud83d of a pair', 'half \ufffd of a pair'],
    ['question', 'What\u000bis it?', 'What is it?'],
    ['author', 'A\r\nB', 'A\nB'],
    ['answer', 'caf\u00e9 \u0085 \u2028 \ud83d\ude00', 'caf\u00e9 \u0085 \u2028 \ud83d\ude00'],
  ])('the text of %s: %j is saved as %j', async (field, given, expected) => {
    const { body } = await save(`articles/${article}?depth=0`, { [field]: given })
    expect(body.doc).toMatchObject({ [field]: expected })
  })

  it('texts in groups, lists of texts and other collections are cleaned as well', async () => {
    await save(`articles/${article}`, { seo: { title: 'a\u000bb', description: 'a\u000bb' } })
    expect(await opened.articles.row(article)).toMatchObject({ seo: { title: 'a b', description: 'a\nb' } })
    await save(`subjects/${opened.subject}`, { aliases: ['a\u000bb'] })
    const subject = await documentsOf(opened.booted.payload).findByID({
      collection: 'subjects',
      id: opened.subject,
    })
    expect(subject).toMatchObject({ aliases: ['a b'] })
  })

  it('a text that differs only in line endings changes no file', async () => {
    const { payload } = opened.booted
    const text = articleText('biology', 'line-ends', { answer: 'answer: >-\n    One.\\n\\nTwo.' })
    const folder = await temporaryFolder()
    await makeTree(folder, { 'learn/biology/line-ends.md': text })
    await importFiles({ payload, mappings: [articleMapping], folder })
    const [imported] = await documentsOf(payload).find({
      collection: 'articles',
      where: { slug: { equals: 'line-ends' } },
    })
    if (!imported) throw new Error('It was not imported.')
    await save(`articles/${imported.id}`, { answer: 'One.\r\n\r\nTwo.' })
    const user = await payload.findByID({ collection: 'users', id: opened.users.editor.id })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    expect(await exportedFile(req, articleMapping, imported.id)).toMatchObject({ text })
  })
})
