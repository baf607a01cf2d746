import { describe, expect, it } from 'vitest'

import { articleMapping } from '../../collections/articleMapping.ts'
import { importRedirects, type RedirectOptions } from '../../src/sync/redirects/importRedirects.ts'
import { findRedirect } from '../../src/urls/redirects/findRedirect.ts'
import { database, skipped } from '../helpers/bootPayload.ts'
import { urlOf, useDeliveries } from '../helpers/useDeliveries.ts'

const here = urlOf('chemistry/osmosis')
const there = urlOf('chemistry/acids')

describe.skipIf(skipped())(`lists of redirects, on ${database}`, () => {
  const site = useDeliveries()

  const bring = (list: unknown, options: Partial<RedirectOptions> = {}) =>
    importRedirects({
      payload: site.payload(),
      mappings: [articleMapping],
      file: 'moved.json',
      text: JSON.stringify(list, null, 1),
      ...options,
    })
  const leadsTo = async (path: string) => (await findRedirect(site.payload())(path))?.location
  const codesOf = ({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code)
  const publish = async (): Promise<void> => {
    site.put('chemistry/osmosis')
    site.put('chemistry/acids')
    await site.take()
  }

  it.each([
    ['subjects and a question', [{ previous: 'biology', question: 'osmosis', current: 'chemistry' }]],
    ['paths', [{ from: urlOf('biology/osmosis'), to: here }]],
    ['trailing slashes', [{ old: `${urlOf('biology/osmosis')}/`, new: `${here}/` }]],
    [
      'whole addresses',
      [
        {
          source: `https://site.example${urlOf('biology/osmosis')}`,
          destination: `https://site.example${here}`,
        },
      ],
    ],
    [
      'encoded letters',
      [{ from: '/learn/biology/questions/%6fsmosis', to: here.replace('osmosis', '%6fsmosis') }],
    ],
    ['pairs', [[urlOf('biology/osmosis'), here]]],
    ['an object', { [urlOf('biology/osmosis')]: here }],
  ])('are read as %s', async (_, list) => {
    await publish()
    expect(await bring(list, { dryRun: true })).toMatchObject({ created: 1, problems: [] })
    expect(await leadsTo(urlOf('biology/osmosis'))).toBeUndefined()
    expect(await bring(list)).toMatchObject({
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      problems: [],
    })
    expect(await leadsTo(urlOf('biology/osmosis'))).toBe(here)
    expect(await bring(list)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    await site.edit('chemistry/osmosis', { slug: 'renamed' })
    expect(await leadsTo(urlOf('biology/osmosis'))).toBe(urlOf('chemistry/renamed'))
  })

  it('lead to the end of a chain, in any order and through redirects of the site', async () => {
    await publish()
    const list = [
      { from: '/a', to: '/b' },
      { from: '/c', to: here },
      { from: '/b', to: '/c' },
    ]
    expect(await bring(list)).toMatchObject({ created: 3, problems: [] })
    expect(await bring([{ from: '/d', to: '/a' }])).toMatchObject({ created: 1, problems: [] })
    for (const from of ['/a', '/b', '/c', '/d']) expect(await leadsTo(from)).toBe(here)
  })

  it('replace a redirect with another target', async () => {
    await publish()
    await bring([{ from: '/a', to: here }])
    expect(await bring([{ from: '/a', to: there }])).toMatchObject({ created: 0, updated: 1 })
    expect(await leadsTo('/a')).toBe(there)
  })

  it('lead to pages of the site that are not articles, and to other sites', async () => {
    const list = [
      { from: '/a', to: '/about' },
      { from: '/b', to: 'https://elsewhere.example/page?x=1' },
    ]
    expect(await bring(list)).toMatchObject({ created: 2, problems: [] })
    expect(await leadsTo('/a')).toBe('/about')
    expect(await leadsTo('/b')).toBe('https://elsewhere.example/page?x=1')
    expect(await bring(list)).toMatchObject({ unchanged: 2 })
  })

  it.each([
    ['unknown-target', [{ from: '/a', to: urlOf('chemistry/nowhere') }]],
    ['live-url', [{ from: here, to: there }]],
    ['redirect-loop', [{ from: '/a', to: '/a' }]],
    [
      'redirect-loop',
      [
        { from: '/a', to: '/b' },
        { from: '/b', to: '/a' },
      ],
    ],
    ['invalid-redirect', [{ from: '/a' }]],
    ['invalid-redirect', ['/a']],
    ['invalid-redirect', [{ from: '/a?b=c', to: here }]],
    ['invalid-redirect', [{ from: '/admin', to: here }]],
    ['invalid-redirect', [{ from: '/a', to: 'javascript:alert(1)' }]],
    ['invalid-redirect', [{ from: '/a', to: 'http://elsewhere.example' }]],
  ])('report %s and create no redirect: %j', async (code, list) => {
    await publish()
    const report = await bring(list)
    expect(report).toMatchObject({ created: 0, rejected: list.length })
    expect(new Set(codesOf(report))).toEqual(new Set([code]))
    expect((await site.payload().count({ collection: 'redirects' })).totalDocs).toBe(0)
  })

  it('report a loop with redirects of the site, and create the others', async () => {
    await bring([
      { from: '/b', to: '/c' },
      { from: '/c', to: '/a' },
    ])
    const report = await bring([
      { from: '/a', to: '/b' },
      { from: '/d', to: '/about' },
    ])
    expect(report).toMatchObject({ created: 1, rejected: 1 })
    expect(report.problems).toMatchObject([{ code: 'invalid-document', line: 2, column: 2 }])
    expect(await leadsTo('/d')).toBe('/about')
  })

  it('name the line of each problem, and never stop the others', async () => {
    await publish()
    const text =
      '[\n  { "from": "/a", "to": "/learn/x/questions/y" },\n\n  { "from": "/b",\n    "to": "' +
      here +
      '" },\n  ["/b", "' +
      there +
      '"]\n]\n'
    const report = await bring([], { text })
    expect(report).toMatchObject({ created: 1, rejected: 2 })
    expect(report.problems).toMatchObject([
      { code: 'invalid-redirect', path: 'moved.json', line: 6, column: 3 },
      { code: 'unknown-target', path: 'moved.json', line: 2, column: 3 },
    ])
  })

  it.each(['{', '"text"', '3'])('refuse a file that is not a list: %s', async (text) => {
    await expect(bring([], { text })).rejects.toThrow(/moved.json/)
  })
})
