import { describe, expect, it } from 'vitest'
import { withDatabase } from './withDatabase.ts'

describe('withDatabase', () => {
  it.each([
    ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/tests'],
    ['mongodb://127.0.0.1:27017/', 'mongodb://127.0.0.1:27017/tests'],
    ['mongodb://127.0.0.1:27017/other?replicaSet=rs', 'mongodb://127.0.0.1:27017/tests?replicaSet=rs'],
    ['mongodb://user:word@a:1,b:2/?replicaSet=rs&w=1', 'mongodb://user:word@a:1,b:2/tests?replicaSet=rs&w=1'],
    ['mongodb+srv://a.example?w=1', 'mongodb+srv://a.example/tests?w=1'],
    ['postgres://user:word@a:1/postgres?sslmode=require', 'postgres://user:word@a:1/tests?sslmode=require'],
    ['postgresql://a', 'postgresql://a/tests'],
  ])('the database is added to the URL: %s → %s', (url, expected) => {
    expect(withDatabase(url, 'tests')).toBe(expected)
  })

  it.each(['', 'file:data.db', 'mongodb:///name', 'postgres://', 'mysql://a/b'])(
    'withDatabase refuses %j',
    (url) => {
      expect(() => withDatabase(url, 'tests')).toThrow('no url of a server')
    },
  )
})
