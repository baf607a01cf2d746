import { configToSchema } from '@payloadcms/graphql'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type BootedArticles, bootArticles } from '../helpers/bootArticles.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { graphql } from '../helpers/graphql.ts'
import { mutationsOf } from './mutationsOf.ts'

// Values in the place of an id.
const oddIds = [
  'abc',
  '0',
  '-1',
  '1e999',
  'null',
  '%00',
  "'",
  '%25',
  '..%2F..%2Fetc%2Fpasswd',
  '.',
  'é',
  'x'.repeat(2_000),
]

const oddNumbers = [
  '',
  '-1',
  '0',
  '0.5',
  '1e3',
  '1e20',
  '9007199254740993',
  'NaN',
  'Infinity',
  'abc',
  '-0',
  '%00',
]

const operators = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'near',
  'within',
  'intersects',
  'unknown',
  '$gt',
]

const oddValues = [
  '',
  'x',
  'true',
  'null',
  '-1',
  '1e400',
  '%00',
  '%25_%5C',
  "a'b",
  '(',
  '2025-13-45',
  'a,b,,',
  '%F0%9F%98%80',
]

const oddPaths = [
  'id',
  '_id',
  'question',
  'question.answer',
  'answer',
  'seo',
  'seo.title',
  'seo__title',
  'noIndex',
  'date',
  'deletedAt',
  '_status',
  'legacyId',
  'unresolvedLinks',
  'unresolvedLinks.0.url',
  'subject',
  'subject.id',
  'subject.slug',
  'subject.hidden',
  'subject.articles',
  'subject.articles.answer',
  'relatedArticles',
  'relatedArticles.id',
  'relatedArticles.date',
  'relatedArticles.relatedArticles.subject.articles.url',
  'version.answer',
  'nothing',
  'constructor',
  '__proto__',
  '$where',
  '.',
  'question.',
  'a b',
  "a'b",
]

const shapes = [
  'where=x',
  'where={',
  'where=[]',
  'where={"question":null}',
  'where={"question":{"equals":{"a":1}}}',
  'where={"question":{"equals":["a"]}}',
  'where={"question":{"like":["a"]}}',
  'where={"question":{"like":{"a":1}}}',
  'where={"question":{"in":[{"a":1}]}}',
  'where={"relatedArticles":{"equals":{"a":1}}}',
  'where={"relatedArticles":{"contains":{"answer":{"like":null}}}}',
  'where={"subject":{"in":[null,1,{"a":1}]}}',
  'where={"and":{"question":{"equals":"x"}}}',
  'where={"and":[null]}',
  'where={"and":["x"]}',
  'where={"or":[{"question":{"equals":"x"}},{"nothing":{"equals":"x"}}]}',
  'where={"date":{"greater_than":1e20}}',
  'where={"date":{"equals":{}}}',
  'where[question]=x',
  'where[question][]=x',
  'where[question][equals][]=x',
  'where[question][like][]=x',
  'where[and][question][equals]=x',
  'where[or][0]=x',
  'where[][question][equals]=x',
  'where[id][in]=',
  "where[id][in]=a'b,c",
  'where[id][in][0][a]=b',
  `where=${JSON.stringify({ or: Array.from({ length: 3_000 }, () => ({ question: { equals: 'x' } })) })}`,
  `where=${JSON.stringify({ id: { in: Array.from({ length: 40_000 }, (_, at) => String(at)) } })}`,
  `where=${JSON.stringify(Array.from({ length: 500 }).reduce<object>((inner) => ({ and: [inner] }), { question: { equals: 'x' } }))}`,
  `where[question][like]=${'x'.repeat(60_000)}`,
  `where[${'subject.articles.'.repeat(60)}url][equals]=x`,
  ...[
    '',
    '-',
    ',',
    '-date,url',
    'seo',
    'seo,seo.title',
    'id',
    '_id',
    'nothing',
    '$where',
    '.',
    'a..b',
    'a b',
    '__proto__',
  ].map((sort) => `sort=${sort}`),
  'sort[]=url',
  'sort[a]=url',
  'sort[0][a]=url',
  'select=x',
  'select[nothing]=true',
  'select[question]=false&select[answer]=true',
  'select[seo][title]=true',
  'select[seo]=x',
  'select[relatedArticles][question]=true',
  'select[]=question',
  'select[__proto__][x]=true',
  'populate=x',
  'populate[articles]=x',
  'populate[articles][question]=true',
  'populate[nothing][question]=true',
  'populate[]=articles',
  'joins=x',
  'joins=false',
  'joins[]=x',
  'joins[articles]=x',
  'joins[articles]=false',
  'joins[nothing][limit]=1',
  'joins[articles][limit]=-1',
  'joins[articles][limit]=1e20',
  'joins[articles][page]=-1',
  'joins[articles][page]=1e20',
  'joins[articles][sort]=$where',
  'joins[articles][sort][a]=b',
  'joins[articles][count]=true',
  'joins[articles][where]=x',
  'joins[articles][where][question]=x',
  'joins[articles][where][relatedArticles.answer][contains]=x',
  'locale=xx',
  'locale[]=xx',
  'fallback-locale=xx',
  'fallback-locale[a]=xx',
  'draft=x',
  'draft=true',
  'trash=true',
  'trash[]=true',
  'pagination=false',
  'pagination=x',
  'data={',
  'data=x',
  'depth[]=1',
  'limit[a]=1',
  'page[]=1',
  'answerFormat=html',
  'answerFormat=x',
  'answerFormat[]=html',
  'uploadEdits[crop][x]=1',
  'prefix=x',
  'a[b][c][d][e][f][g]=1',
  '%E0%A4%A=1',
  '&&&==',
]

const numbers = ['depth', 'limit', 'page'].flatMap((name) => oddNumbers.map((value) => `${name}=${value}`))

const bodies = [
  undefined,
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '5',
  '{}',
  '{"email":{}}',
  '{"email":["a"],"password":{}}',
  '{"email":null,"password":null}',
  '{"email":"editor@example.com","password":5}',
  '{"token":{},"password":{}}',
  '{"id":{}}',
  '{"question":{},"subject":[],"relatedArticles":5}',
  '{"deletedAt":{}}',
]

describe.skipIf(skipped())(`no request of a visitor is the server's fault, on ${database}`, () => {
  let opened: BootedArticles
  let config: SanitizedConfig
  let article: string
  beforeAll(async () => {
    opened = await bootArticles()
    config = opened.booted.config
    const { articles, subject } = opened
    const first = await articles.publish({ subject })
    article = String((await articles.publish({ subject, relatedArticles: [first.id] })).id)
  })
  afterAll(() => opened.booted.close())

  const send = async (method: string, path: string, body?: string): Promise<string[]> => {
    const request = new Request(`http://localhost:3000/api/${path}`, {
      method: method.toUpperCase(),
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    })
    const { status } = await handleEndpoints({ config, request })
    return status < 500 ? [] : [`${status} ${method} ${path.slice(0, 200)} ${body ?? ''}`]
  }

  const oneAtATime = async (requests: (() => Promise<string[]>)[]): Promise<string[]> => {
    const failures: string[] = []
    for (const request of requests) failures.push(...(await request()))
    return failures
  }

  const lists = ['articles', 'articles/count', 'subjects', 'subjects/count', 'media', 'media/count', 'users']

  it.each(lists)('lists of %s with odd parameters cause no server error', async (list) => {
    const queries = [...shapes, ...numbers]
    expect(await oneAtATime(queries.map((query) => () => send('get', `${list}?${query}`)))).toEqual([])
  })

  it('single documents with odd parameters cause no server error', async () => {
    const paths = [`articles/${article}`, `subjects/${String(opened.subject)}`]
    const queries = [...shapes, ...numbers]
    expect(
      await oneAtATime(
        paths.flatMap((path) => queries.map((query) => () => send('get', `${path}?${query}`))),
      ),
    ).toEqual([])
  })

  it.each(['articles', 'subjects', 'media'])(
    'filters of %s with every operator cause no server error',
    async (list) => {
      const paths =
        list === 'media'
          ? ['id', 'filename', 'width', 'focalX', 'sizes.text.width', 'sizes', 'createdAt']
          : oddPaths
      const queries = paths.flatMap((path) =>
        operators.flatMap((operator) => oddValues.map((value) => `where[${path}][${operator}]=${value}`)),
      )
      expect(
        await oneAtATime(queries.map((query) => () => send('get', `${list}?limit=1&depth=0&${query}`))),
      ).toEqual([])
    },
  )

  it.each(['articles', 'subjects'])(
    'sort orders of %s by every field cause no server error',
    async (list) => {
      const queries = oddPaths.flatMap((path) => [`sort=${path}`, `sort=-${path}`])
      expect(await oneAtATime(queries.map((query) => () => send('get', `${list}?limit=1&${query}`)))).toEqual(
        [],
      )
    },
  )

  it('routes with odd ids and bodies cause no server error', async () => {
    const routes = [
      ...(config.endpoints ?? []).map(({ method, path }) => ({ method, path })),
      ...config.collections.flatMap(({ slug, endpoints }) =>
        (endpoints || []).map(({ method, path }) => ({ method, path: `/${slug}${path}` })),
      ),
    ].filter(({ path }) => !path.includes('graphql'))
    expect(routes.length).toBeGreaterThan(80)
    const requests = routes.flatMap(({ method, path }) => {
      const ids = path.includes(':') ? oddIds : ['']
      const sent = method === 'get' ? [undefined] : bodies
      return ids.flatMap((id, at) =>
        // All bodies with the first id only.
        (at === 0 ? sent : sent.slice(0, 1)).map(
          (body) => () => send(method, path.slice(1).replaceAll(/:[a-z]+\??/gi, id), body),
        ),
      )
    })
    expect(await oneAtATime(requests)).toEqual([])
  })

  it('unknown routes cause no server error', async () => {
    const paths = [
      '',
      '/',
      'nothing',
      'media/file/x.png?prefix=a',
      'articles/',
      'articles//',
      'articles/a/b/c',
      'globals/x',
      'media/file',
      'media/file/',
      '%E0%A4%A',
      'articles/%E0%A4%A',
    ]
    const requests = paths.flatMap((path) =>
      ['get', 'post', 'put', 'patch', 'delete', 'options'].map((method) => () => send(method, path)),
    )
    expect(await oneAtATime(requests)).toEqual([])
  })

  const faultOf = async (query: string): Promise<string[]> => {
    const { errors } = await graphql(config, query)
    return errors.some((message) => message === 'Something went wrong.') ? [query.slice(0, 300)] : []
  }

  const lastArguments = [
    'limit: -1',
    'limit: 0',
    'limit: 2147483647',
    'page: -1',
    'page: 0',
    'page: 2147483647',
    'sort: ""',
    'sort: "$where"',
    'sort: "relatedArticles.answer"',
    'sort: "seo"',
    'where: {}',
    'where: { AND: [] }',
    'where: { question: null }',
    'where: { question: { equals: null } }',
    'where: { question: { in: [null] } }',
    'where: { question: { like: null } }',
    'where: { question: { contains: "\\u0000" } }',
    'where: { id: { in: ["a\'b"] } }',
    'where: { id: { equals: 5 } }',
    'where: { date: { greater_than: null } }',
    'where: { subject: { equals: { a: 1 } } }',
    'where: { relatedArticles: { in: [{ a: 1 }] } }',
    'where: { relatedArticles: { all: ["a", "b"] } }',
    'where: { seo__title: { exists: true } }',
    'where: { OR: [{ question: { exists: true } }, { AND: [{ noIndex: { equals: true } }] }] }',
    'draft: true',
    'trash: true',
    'pagination: false',
  ]

  it('GraphQL with odd arguments causes no server error', async () => {
    const queries = lastArguments.flatMap((argument) => [
      `{ Articles(${argument}) { totalDocs docs { id } } }`,
      ...(/^(where|trash)/.test(argument) ? [`{ countArticles(${argument}) { totalDocs } }`] : []),
      ...(/^(limit|page|sort|where)/.test(argument)
        ? [`{ Subjects { docs { articles(${argument}, count: true) { docs { id } } } } }`]
        : []),
    ])
    const failures: string[] = []
    for (const query of queries) failures.push(...(await faultOf(query)))
    expect(failures).toEqual([])
  })

  it('GraphQL queries and mutations with odd ids cause no server error', async () => {
    const fields = Object.values(configToSchema(config).schema.getQueryType()?.getFields() ?? {})
    const withId = fields.filter(({ args }) => args.some(({ name }) => name === 'id'))
    expect(withId.length).toBeGreaterThan(3)
    const queries = withId.flatMap(({ name }) =>
      ['"abc"', '"0"', '""', '"\\u0000"'].map((id) => `{ ${name}(id: ${id}) { __typename } }`),
    )
    const failures: string[] = []
    for (const query of [...queries, ...Object.values(mutationsOf(config))])
      failures.push(...(await faultOf(query)))
    expect(failures).toEqual([])
  })
})
