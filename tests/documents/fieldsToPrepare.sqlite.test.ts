import fc from 'fast-check'
import {
  beforeValidateTraverseFields,
  createLocalReq,
  deepCopyObjectSimple,
  type Field,
  type JsonObject,
  type PayloadRequest,
} from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fieldsToPrepare } from '../../src/documents/fieldsToPrepare.ts'
import { type Booted, bootPayload } from '../helpers/bootPayload.ts'

const shout = ({ value }: { value?: unknown }): unknown =>
  typeof value === 'string' ? value.toUpperCase() : value

const fields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      {
        label: 'First',
        fields: [
          { name: 'title', type: 'text' },
          { type: 'row', fields: [{ name: 'score', type: 'number' }] },
        ],
      },
    ],
  },
  { name: 'isHidden', type: 'checkbox', defaultValue: false },
  { name: 'author', type: 'text', defaultValue: () => 'Nobody' },
  { name: 'loud', type: 'text', hooks: { beforeValidate: [shout] } },
  { name: 'subject', type: 'relationship', relationTo: 'subjects' },
  { name: 'related', type: 'relationship', relationTo: 'articles', hasMany: true },
  {
    name: 'seo',
    type: 'group',
    fields: [
      { name: 'title', type: 'text' },
      { name: 'robots', type: 'text', defaultValue: 'index' },
    ],
  },
  { name: 'plain', type: 'group', fields: [{ name: 'text', type: 'textarea' }] },
]

const text = fc.constantFrom('', 'text', 'null', 'none', '12', ' 3 ')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const id = fc.oneof(text, fc.record({ id: fc.constant('a') }))

const values: fc.Arbitrary<JsonObject> = fc.record(
  {
    title: maybe(text),
    score: maybe(fc.oneof(text, fc.integer())),
    isHidden: maybe(fc.oneof(text, fc.constantFrom('true', 'false'), fc.boolean())),
    author: maybe(text),
    loud: maybe(text),
    subject: maybe(id),
    related: maybe(fc.array(id, { maxLength: 2 })),
    // Payload fails on a group that is null.
    seo: fc.record({ title: text, robots: text }, { requiredKeys: [] }),
    plain: fc.record({ text }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)

describe('the fields of a new document that Payload prepares', () => {
  let booted: Booted
  let req: PayloadRequest
  beforeAll(async () => {
    booted = await bootPayload()
    req = await createLocalReq({}, booted.payload)
  })
  afterAll(() => booted?.close())

  const prepared = async (given: JsonObject, chosen: Field[]): Promise<JsonObject> => {
    const data = deepCopyObjectSimple(given)
    await beforeValidateTraverseFields({
      collection: booted.payload.collections.articles.config,
      context: {},
      data,
      doc: {},
      docForHooks: {},
      fields: chosen,
      global: null,
      operation: 'create',
      overrideAccess: true,
      parentIndexPath: '',
      parentIsLocalized: false,
      parentPath: '',
      parentSchemaPath: '',
      req,
      siblingData: data,
      siblingDoc: {},
    })
    return data
  }

  it('are all that its traversal changes, whatever the values are', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        const some = fieldsToPrepare(booted.payload, fields, given)
        expect(await prepared(given, some)).toEqual(await prepared(given, fields))
      }),
      { numRuns: 500 },
    )
  })

  it('are few in a complete document', () => {
    const complete = {
      title: 'A',
      score: 1,
      isHidden: true,
      author: 'B',
      loud: 'c',
      subject: 'd',
      related: ['e'],
      seo: { title: 'f', robots: 'g' },
      plain: {},
    }
    const names = fieldsToPrepare(booted.payload, fields, complete).map(
      (field) => 'name' in field && field.name,
    )
    expect(names).toEqual(['loud'])
  })
})
