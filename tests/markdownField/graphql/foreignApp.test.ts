import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, getPayload, type Payload, type SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { markdownField } from '../../../src/markdownField/markdownField.ts'
import { answerbookPlugin } from '../../../src/plugin/answerbookPlugin.ts'
import { documentsOf } from '../../../src/documents/documents.ts'
import { graphql } from '../../helpers/graphql.ts'
import { rest } from '../../helpers/rest.ts'

const read = { access: { read: () => true } }
const folder = mkdtempSync(path.join(tmpdir(), 'answerbook-'))

// Markdown wherever a field can be, in an app that also has its own queries.
const foreignConfig = (): Promise<SanitizedConfig> =>
  buildConfig({
    secret: 'a secret of this test',
    db: sqliteAdapter({ client: { url: `file:${path.join(folder, 'foreign.db')}` }, push: true }),
    collections: [
      {
        slug: 'pages',
        ...read,
        fields: [
          markdownField({ name: 'body-text' }),
          {
            type: 'group',
            name: 'intro',
            fields: [{ type: 'row', fields: [markdownField({ name: 'body' })] }],
          },
          { type: 'array', name: 'notes', fields: [markdownField({ name: 'body' })] },
          {
            type: 'blocks',
            name: 'parts',
            blocks: [{ slug: 'part', fields: [markdownField({ name: 'body' })] }],
          },
          { type: 'tabs', tabs: [{ name: 'more', fields: [markdownField({ name: 'body' })] }] },
          {
            type: 'collapsible',
            label: 'Loud',
            fields: [
              markdownField({
                name: 'loud',
                hooks: { afterRead: [({ value }) => (typeof value === 'string' ? `${value}!` : value)] },
              }),
            ],
          },
        ],
      },
    ],
    globals: [
      {
        slug: 'about',
        access: { ...read.access, update: () => true },
        fields: [markdownField({ name: 'body' })],
      },
    ],
    graphQL: {
      queries: ({ GraphQLString }) => ({ Greeting: { type: GraphQLString, resolve: () => 'Hello' } }),
    },
    plugins: [answerbookPlugin({ mappings: [] })],
    telemetry: false,
    logger: { options: { level: 'silent' } },
  })

const body = 'So *be* it.'
const html = '<p>So <em>be</em> it.</p>'

describe('Markdown anywhere in another app', () => {
  let config: SanitizedConfig
  let payload: Payload
  let id: string
  beforeAll(async () => {
    config = await foreignConfig()
    payload = await getPayload({ config })
    const parts = [{ blockType: 'part', body }]
    const data = { 'body-text': body, intro: { body }, notes: [{ body }], parts, more: { body }, loud: body }
    id = String((await documentsOf(payload).create({ collection: 'pages', data })).id)
    await rest(config, 'globals/about', { method: 'POST', body: { body } })
  })
  afterAll(async () => {
    await payload.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it('GraphQL returns Markdown fields in the requested format', async () => {
    const { data, errors } = await graphql(
      config,
      `{
        Greeting
        About { body(format: HTML) }
        Page(id: ${id}) {
          body_text(format: HTML)
          intro { body(format: HTML) }
          notes { body(format: HTML) }
          parts { ... on Part { body(format: HTML) } }
          more { body(format: HTML) }
          loud(format: TEXT)
        }
      }`,
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      Greeting: 'Hello',
      About: { body: html },
      Page: {
        body_text: html,
        intro: { body: html },
        notes: [{ body: html }],
        parts: [{ body: html }],
        more: { body: html },
        loud: 'So be it.!',
      },
    })
  })

  it('REST returns Markdown fields in the requested format, each field by its own parameter', async () => {
    const inBody = await rest(config, `pages/${id}?bodyFormat=html`)
    expect(inBody.body).toMatchObject({
      'body-text': body,
      intro: { body: html },
      notes: [{ body: html }],
      parts: [{ body: html }],
      more: { body: html },
      loud: `${body}!`,
    })
    const others = await rest(config, `pages/${id}?body-textFormat=html&loudFormat=text`)
    expect(others.body).toMatchObject({ 'body-text': html, intro: { body }, loud: 'So be it.!' })
    const global = await rest(config, 'globals/about?bodyFormat=html')
    expect(global.body).toMatchObject({ body: html })
  })

  it('writes keep Markdown', async () => {
    const saved = await rest(config, 'globals/about?bodyFormat=html', { method: 'POST', body: {} })
    expect(saved.body.result).toMatchObject({ body })
    expect((await rest(config, 'globals/about')).body).toMatchObject({ body })
  })
})
