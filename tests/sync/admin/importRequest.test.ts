import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bodyOf as exportBody, defaultExport } from '../../../src/sync/admin/exportView/exportRequest.ts'
import {
  bodyOf,
  defaultOptions,
  type ImportRequest,
  queryOf,
  requestFrom,
} from '../../../src/sync/admin/importView/importRequest.ts'

const folder = { kind: 'folder', folder: '/srv/site' } as const

const sources = fc.oneof(
  fc.record({ kind: fc.constant('folder' as const), folder: fc.string({ minLength: 1 }) }),
  fc.record({
    kind: fc.constant('upload' as const),
    upload: fc.uuid(),
    name: fc.string(),
    files: fc.nat(),
    bytes: fc.nat(),
  }),
)

const options = fc.record({
  deleteMissing: fc.constant(true),
  maxDelete: fc.oneof(fc.constant(''), fc.nat(100).map(String)),
  conflicts: fc.constantFrom('ask' as const, 'cms' as const, 'file' as const),
  full: fc.boolean(),
})

describe('the form of an import', () => {
  it('its address keeps everything that was entered', () => {
    fc.assert(
      fc.property(sources, options, (source, given) => {
        const request: ImportRequest = { source, options: given }
        const query = queryOf(request, 'run-1')
        expect(query.get('check')).toBe('run-1')
        expect(requestFrom(new URLSearchParams(query.toString()))).toEqual(request)
      }),
    )
  })

  it('an address of another kind is an empty form', () => {
    expect(requestFrom(new URLSearchParams('conflicts=odd&files=x'))).toEqual({
      source: undefined,
      options: defaultOptions,
    })
  })

  it.each([
    [defaultOptions, true, { dryRun: true }],
    [defaultOptions, false, {}],
    [
      { ...defaultOptions, deleteMissing: true, maxDelete: '5' },
      false,
      { deleteMissing: true, maxDelete: 5 },
    ],
    // A limit alone would be refused.
    [{ ...defaultOptions, maxDelete: '5' }, false, {}],
    [
      { ...defaultOptions, conflicts: 'file' as const, full: true },
      false,
      { takeConflicts: 'file', full: true },
    ],
  ])('the options %j, dry run %s, are sent as %j', (given, dryRun, expected) => {
    expect(bodyOf(folder, given, dryRun)).toEqual({
      kind: 'import',
      source: { folder: '/srv/site' },
      options: expected,
    })
  })
})

describe('the form of an export', () => {
  it.each([
    [
      { folder: '/srv/site', overwrite: true, commit: true, message: ' New answers ' },
      { target: { folder: '/srv/site' }, options: { overwrite: true, commit: { message: 'New answers' } } },
    ],
    [
      { target: 'download' as const, drafts: true, overwrite: true, commit: true, message: 'x' },
      { target: { download: true }, options: { drafts: true } },
    ],
  ])('%j is sent as %j', (given, expected) => {
    expect(exportBody({ ...defaultExport, ...given })).toEqual({ kind: 'export', ...expected })
  })
})
