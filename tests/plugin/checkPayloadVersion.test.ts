import path from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  checkPayloadVersion,
  installedPayload,
  minimumPayload,
} from '../../src/plugin/checkPayloadVersion.ts'
import { ConfigurationError } from '../../src/problems/ConfigurationError.ts'
import { makeTree } from '../files/makeTree.ts'
import { temporaryFolder } from '../files/temporaryFolder.ts'

describe('checkPayloadVersion', () => {
  it.each(['3.89.9', '3.9.0', '2.100.0'])('checkPayloadVersion refuses %s', (version) => {
    expect(() => checkPayloadVersion(version)).toThrow(ConfigurationError)
    expect(() => checkPayloadVersion(version)).toThrow(
      `Answerbook needs Payload ${minimumPayload} or newer, but this app has ${version}:`,
    )
  })

  it.each([minimumPayload, '3.90.2', '3.100.0', '4.0.0', undefined])(
    'checkPayloadVersion accepts %s',
    (version) => {
      expect(() => checkPayloadVersion(version)).not.toThrow()
    },
  )
})

describe('installedPayload', () => {
  it('installedPayload finds the Payload of an app, even from a subfolder', async () => {
    const root = await temporaryFolder()
    await makeTree(root, {
      'node_modules/payload/package.json':
        '{"name":"payload","version":"3.12.0","exports":{".":{"import":"./dist/index.js","default":"./dist/index.js"}}}',
      'node_modules/payload/dist/index.js': '',
    })
    expect(installedPayload(root)).toBe('3.12.0')
    expect(installedPayload(path.join(root, 'apps/blog'))).toBe('3.12.0')
  })

  it('installedPayload is undefined if there is no Payload', async () => {
    expect(installedPayload(await temporaryFolder())).toBeUndefined()
  })

  it('installedPayload finds that of this app', () => {
    expect(installedPayload()).toMatch(/^3\.\d+\.\d+$/)
  })
})
