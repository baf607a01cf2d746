import { describe, expect, it } from 'vitest'
import { ConfigurationError, readEnvironment } from '../../src/setup/environment.ts'

const root = '/project'
const secret = 's'.repeat(32)
const read = (variables: Record<string, string>) =>
  readEnvironment(root, { PAYLOAD_SECRET: secret, ...variables })

describe('readEnvironment', () => {
  it('readEnvironment only requires a secret', () => {
    expect(read({})).toEqual({
      databaseUrl: 'file:/project/data/answerbook.db',
      secret,
      port: 3000,
      serverUrl: undefined,
      isSecure: false,
      contentFolder: '/project/content',
      contentRoots: ['/project/content'],
      workFolder: '/project/data/work',
      mediaFolder: '/project/media',
      logLevel: 'info',
      imageHosts: [],
      trustedProxies: 0,
    })
  })

  it.each([
    [{ DATABASE_URL: 'file:/var/a.db' }, { databaseUrl: 'file:/var/a.db' }],
    [{ DATABASE_URL: 'file:a.db' }, { databaseUrl: 'file:/project/a.db' }],
    [{ DATABASE_URL: 'mongodb://h/db?replicaSet=rs0' }, { databaseUrl: 'mongodb://h/db?replicaSet=rs0' }],
    [
      { DATABASE_URL: 'postgres://u:p@h:1/db?sslmode=require' },
      { databaseUrl: 'postgres://u:p@h:1/db?sslmode=require' },
    ],
    [{ DATABASE_URL: 'postgresql:///db?host=/run/pg' }, { databaseUrl: 'postgresql:///db?host=/run/pg' }],
    [{ DATABASE_URL: '' }, { databaseUrl: 'file:/project/data/answerbook.db' }],
    [{ PORT: ' 8080 ' }, { port: 8080 }],
    [{ SERVER_URL: 'https://a.example/' }, { serverUrl: 'https://a.example', isSecure: true }],
    [{ SERVER_URL: 'http://a.example:81' }, { serverUrl: 'http://a.example:81', isSecure: false }],
    [{ CONTENT_DIR: '' }, { contentFolder: undefined }],
    [{ CONTENT_DIR: '/srv/site' }, { contentFolder: '/srv/site' }],
    [{ MEDIA_DIR: 'up/loads' }, { mediaFolder: '/project/up/loads' }],
    [{ WORK_DIR: 'work' }, { workFolder: '/project/work' }],
    [{ CONTENT_DIR: '' }, { contentFolder: undefined, contentRoots: [] }],
    [{ CONTENT_ROOTS: 'a, /b/c' }, { contentRoots: ['/project/a', '/b/c'] }],
    [{ LOG_LEVEL: 'warn' }, { logLevel: 'warn' }],
    [
      { IMAGE_HOSTS: 'images.example.com, http://a.example:81/ *.b.example' },
      { imageHosts: ['https://images.example.com', 'http://a.example:81', 'https://*.b.example'] },
    ],
    [{ TRUST_PROXY: '1' }, { trustedProxies: 1 }],
  ])('%j', (variables, expected) => {
    expect(read(variables)).toMatchObject(expected)
  })

  it.each([
    [{ DATABASE_URL: 'mysql://h/db' }, /^DATABASE_URL must be file: and a path/],
    [{ DATABASE_URL: 'postgres://h' }, /^DATABASE_URL must be file: and a path/],
    [{ DATABASE_URL: 'postgres://h/?sslmode=require' }, /^DATABASE_URL must be file: and a path/],
    [{ DATABASE_URL: 'file:' }, /^DATABASE_URL must be file: and a path/],
    [{ DATABASE_URL: 'file::memory:' }, /^DATABASE_URL must be file: and a path/],
    [{ PAYLOAD_SECRET: '' }, /^PAYLOAD_SECRET is missing/],
    [{ PAYLOAD_SECRET: 'short' }, /^PAYLOAD_SECRET must have 32 characters/],
    [{ PORT: '0' }, /^PORT must be a whole number from 1 to 65535\.$/],
    [{ PORT: '65536' }, /^PORT must be a whole number from 1 to 65535\.$/],
    [{ PORT: '0x10' }, /^PORT must be a whole number/],
    [{ PORT: '80.5' }, /^PORT must be a whole number/],
    [{ SERVER_URL: 'answers.example' }, /^SERVER_URL must be a URL such as/],
    [{ SERVER_URL: 'ftp://answers.example' }, /^SERVER_URL must be a URL such as/],
    [{ SERVER_URL: 'https://answers.example/site' }, /^SERVER_URL must be a URL without a path/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of silent, fatal/],
    [{ IMAGE_HOSTS: 'https://a.example/pictures' }, /^IMAGE_HOSTS must be host names separated by spaces/],
    [{ IMAGE_HOSTS: 'a.example *' }, /^IMAGE_HOSTS must be host names separated by spaces/],
    [{ IMAGE_HOSTS: 'a.example; script-src' }, /^IMAGE_HOSTS must be host names separated by spaces/],
    [{ TRUST_PROXY: 'true' }, /^TRUST_PROXY must be a whole number from 0 to 10\.$/],
  ])('readEnvironment refuses %j by name', (variables, sentence) => {
    expect(() => read(variables)).toThrow(ConfigurationError)
    expect(() => read(variables)).toThrow(sentence)
  })

  it('readEnvironment reports one sentence per variable, without their values', () => {
    const run = () => read({ DATABASE_URL: 'mysql://me:hunter2@h', PORT: 'x', PAYLOAD_SECRET: 'hunter2' })
    expect(run).toThrow(/^DATABASE_URL [^\n]*\.\nPAYLOAD_SECRET [^\n]*\.\nPORT [^\n]*\.$/)
    expect(run).not.toThrow('hunter2')
  })
})
