import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrontMatterNode, ScalarStyle } from '../../../src/frontMatter/types.ts'
import {
  checkbox,
  dateTime,
  day,
  escapedMarkdown,
  list,
  number,
  relation,
  status,
  text,
  upload,
} from '../../../src/mapping/codecs/index.ts'
import { sameValue } from '../../../src/mapping/values.ts'
import type { Codec, FieldValue, PresentValue } from '../../../src/mapping/types.ts'

const place = { line: 4, column: 7 }
const scalar = (value: string, style: ScalarStyle = 'plain'): FrontMatterNode => ({
  kind: 'scalar',
  value,
  style,
  ...place,
})
const listNode = (...items: FrontMatterNode[]): FrontMatterNode => ({ kind: 'list', items, ...place })
const mapNode: FrontMatterNode = { kind: 'map', entries: new Map(), ...place }

const subject = relation({ collection: 'subjects', by: 'title', aliases: 'aliases' })
const upper = checkbox({ true: 'True', false: 'False' })
const topics = relation({ collection: 'subjects', by: 'slug', many: true })
const cover = upload({ collection: 'media', prefix: '/images/' })
const draft = status({ publishedWhen: false })

const reads: [codec: Codec, raw: string, value: FieldValue, code?: string][] = [
  [text, 'no', 'no'],
  [text, 'null', 'null'],
  [text, '', undefined],
  [number, '-1.0', -1],
  [number, '017', 17],
  [number, '1e3', 1000],
  [number, '9007199254740991', 9007199254740991],
  [number, '9007199254740993', undefined, 'invalid-value'],
  [number, '0x1F', undefined, 'invalid-value'],
  [number, 'Infinity', undefined, 'invalid-value'],
  [number, '~', undefined],
  [upper, 'True', true],
  [upper, 'FALSE', false],
  [upper, 'yes', true],
  [upper, 'Off', false],
  [upper, 'tRUE', undefined, 'invalid-value'],
  [upper, '1', undefined, 'invalid-value'],
  [checkbox({ true: '1', false: '0' }), '1', true],
  [day, '2024-11-27', '2024-11-27T12:00:00.000Z'],
  [day, '2024-02-30', undefined, 'invalid-date'],
  [day, '2024-11-27T10:00:00Z', undefined, 'invalid-date'],
  [dateTime, '2024-11-27', '2024-11-27T00:00:00.000Z'],
  [dateTime, '2024-11-27T10:00:00+02:00', '2024-11-27T08:00:00.000Z'],
  [dateTime, '2024-11-27 10:00', '2024-11-27T10:00:00.000Z'],
  [dateTime, '2024-02-30T10:00:00Z', undefined, 'invalid-date'],
  [dateTime, '2024-11-27T25:00:00Z', undefined, 'invalid-date'],
  [list, '', undefined],
  [list, 'a, b', undefined, 'wrong-type'],
  [list, 'a b', ['a b']],
  [draft, 'true', 'draft'],
  [draft, 'false', 'published'],
  [draft, 'maybe', undefined, 'invalid-value'],
  [status({ publishedWhen: true }), 'Yes', 'published'],
  [subject, 'Biology', { related: { title: 'Biology' } }],
  [escapedMarkdown, String.raw`a\n$\neq$`, 'a\n$\\neq$'],
  [escapedMarkdown, String.raw`where \neq`, 'where \\neq', 'ambiguous-escape'],
]

it.each(reads)('the codec %o reads %j', (codec, raw, value, code) => {
  const decoded = codec.decode(scalar(raw))
  expect(decoded.value).toEqual(value)
  expect(decoded.findings?.map((finding) => finding.code) ?? []).toEqual(code === undefined ? [] : [code])
})

it('a quoted word for null is not null', () => {
  expect(number.decode(scalar('null', 'double')).findings?.[0]?.code).toBe('invalid-value')
})

it.each([text, number, upper, day, dateTime, list, draft, subject, escapedMarkdown])(
  'the codec $name refuses a group of keys, with its position',
  (codec) => {
    expect(codec.decode(mapNode)).toMatchObject({
      value: undefined,
      findings: [{ severity: 'error', code: 'wrong-type', ...place }],
    })
  },
)

it('a list consists of texts only', () => {
  expect(list.decode(listNode(scalar('a'), scalar('no')))).toEqual({ value: ['a', 'no'] })
  expect(list.decode(listNode(scalar('a'), mapNode)).findings?.[0]?.code).toBe('wrong-type')
})

const writes: [codec: Codec, before: string | undefined, value: PresentValue, expected: string][] = [
  [text, undefined, 'no', 'no'],
  [number, '-1.0', 2, '2.0'],
  [number, '-1.0', 2.25, '2.25'],
  [number, '1', 2, '2'],
  [number, undefined, 0.5, '0.5'],
  [number, '1e3', 1e21, '1e+21'],
  [upper, undefined, true, 'True'],
  [upper, 'false', true, 'true'],
  [upper, 'NO', true, 'YES'],
  [upper, 'nonsense', false, 'False'],
  [day, undefined, '2024-11-27T12:00:00.000Z', '2024-11-27'],
  [dateTime, undefined, '2024-11-27T10:00:00.000Z', '2024-11-27T10:00:00Z'],
  [dateTime, '2024-11-26', '2024-11-27T00:00:00.000Z', '2024-11-27'],
  [dateTime, '2024-11-26', '2024-11-27T01:00:00.500Z', '2024-11-27T01:00:00.500Z'],
  [dateTime, '2024-11-26 09:00:00 +02:00', '2024-11-27T08:00:00.000Z', '2024-11-27 10:00:00 +02:00'],
  [draft, 'True', 'published', 'False'],
  [draft, undefined, 'draft', 'true'],
  [subject, undefined, { related: { title: 'Biology', slug: 'biology' } }, 'Biology'],
  [escapedMarkdown, undefined, 'a\nb', String.raw`a\nb`],
  [escapedMarkdown, 'was\nlines', 'a', 'a\n'],
  [escapedMarkdown, undefined, 'Use \\n here', 'Use \\n here\n'],
  [escapedMarkdown, undefined, '$a$ $\nu$', '$a$ $\nu$'],
]

it.each(writes)('the codec %o replaces %j with %j', (codec, before, value, expected) => {
  const node = before === undefined ? undefined : scalar(before)
  expect(codec.encode(value, node)).toBe(expected)
})

it.each([text, number, upper, day, dateTime, list, draft, subject, escapedMarkdown])(
  'the codec $name throws on a value of another field type',
  (codec) => {
    expect(() => codec.encode(codec === upper ? 'x' : true)).toThrow(TypeError)
  },
)

const same: [codec: Codec, a: FieldValue, b: FieldValue, expected: boolean][] = [
  [text, undefined, '', true],
  [text, 'a', 'A', false],
  [list, [], undefined, true],
  [list, ['a', 'b'], ['a', 'b'], true],
  [list, ['a', 'b'], ['b', 'a'], false],
  [day, '2024-11-27T12:00:00.000Z', '2024-11-27T09:00:00.000Z', true],
  [dateTime, '2024-11-27T12:00:00.000Z', '2024-11-27T13:00:00+01:00', true],
  [subject, { related: { title: 'A' } }, { related: { title: 'A', slug: 'a' } }, true],
  [subject, { related: { title: 'A', slug: 'a' } }, { related: { title: 'B', slug: 'a' } }, true],
  [subject, { related: { title: 'A', slug: 'a' } }, { related: { title: 'A', slug: 'b' } }, false],
  [subject, { related: { title: 'A' } }, { related: { title: 'B', aliases: ['A'] } }, true],
  [subject, { related: { title: 'B', aliases: ['A'] } }, { related: { title: 'A' } }, true],
  [subject, { related: { title: 'A' } }, { related: { title: 'B', aliases: ['C'] } }, false],
  [subject, { related: {} }, undefined, true],
]

it.each(same)('the codec %o compares %j and %j', (codec, a, b, expected) => {
  expect(sameValue(codec, a, b)).toBe(expected)
})

describe('a relation to many documents', () => {
  const biology = { related: { slug: 'biology' } }
  const physics = { related: { slug: 'physics' } }

  it.each([
    [listNode(scalar('biology'), scalar('physics')), [biology, physics]],
    [scalar('biology'), [biology]],
    [scalar(''), []],
    [listNode(), []],
  ])('a relation to many reads %o', (node, value) => {
    expect(topics.decode(node)).toEqual({ value })
  })

  it('a relation to many reads nothing from a list that contains a group', () => {
    const decoded = topics.decode(listNode(scalar('biology'), mapNode))
    expect(decoded).toMatchObject({ value: undefined, findings: [{ code: 'wrong-type', severity: 'error' }] })
  })

  it('a relation to many writes a list, or a single text if there was one', () => {
    expect(topics.encode([biology, physics])).toEqual(['biology', 'physics'])
    expect(topics.encode([physics], scalar('biology'))).toBe('physics')
    expect(topics.encode([physics], listNode(scalar('biology')))).toEqual(['physics'])
    expect(() => topics.encode(biology)).toThrow(TypeError)
  })

  it('a relation to many compares documents in order', () => {
    const known = { related: { slug: 'biology', title: 'Biology' } }
    expect(sameValue(topics, [biology, physics], [known, physics])).toBe(true)
    expect(sameValue(topics, [biology, physics], [physics, biology])).toBe(false)
    expect(sameValue(topics, [biology], [biology, physics])).toBe(false)
    expect(sameValue(topics, [], undefined)).toBe(true)
  })
})

describe('upload', () => {
  it('an upload is named by what follows the prefix', () => {
    const value = { related: { filename: 'a.png' } }
    expect(cover.decode(scalar('/images/a.png'))).toEqual({ value })
    expect(cover.encode(value)).toBe('/images/a.png')
    const gallery = upload({ collection: 'media', many: true })
    expect(gallery.decode(listNode(scalar('a.png'), scalar('b.png'))).value).toHaveLength(2)
    expect(gallery.encode([value])).toEqual(['a.png'])
  })

  it.each(['https://example.com/a.png', '/images/', '/images/deep/a.png', 'a.png'])(
    'an upload is not what %s names: a warning, and the file keeps it',
    (address) => {
      expect(cover.decode(scalar(address))).toMatchObject({
        value: undefined,
        findings: [{ code: 'not-an-upload', severity: 'warning', ...place }],
      })
    },
  )
})

describe('the round trip of codecs', () => {
  const befores = fc.option(
    fc.constantFrom(
      '-1.00',
      'TRUE',
      'no',
      '2020-01-01',
      '2020-01-01 10:00 -05:30',
      '2020-01-01T10:00:00',
      'a\nb',
    ),
    { nil: undefined },
  )
  const dates = fc
    .date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString())
  const values: [Codec, fc.Arbitrary<PresentValue>][] = [
    [text, fc.string({ minLength: 1 })],
    [
      escapedMarkdown,
      fc.string({ minLength: 1, unit: fc.constantFrom('\\n', '\n', '$', 'u', ' ', 'eq', '`', '"') }),
    ],
    [
      number,
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 }),
        fc.maxSafeInteger(),
      ),
    ],
    [upper, fc.boolean()],
    [day, dates.map((date) => `${date.slice(0, 10)}T12:00:00.000Z`)],
    [dateTime, dates],
    [draft, fc.constantFrom('published', 'draft')],
  ]
  it.each(values)('the value survives the round trip: %o', (codec, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, befores, (value, before) => {
        const written = codec.encode(value, before === undefined ? undefined : scalar(before))
        if (typeof written !== 'string') throw new Error('Expected a text.')
        expect(sameValue(codec, codec.decode(scalar(written)).value, value)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
