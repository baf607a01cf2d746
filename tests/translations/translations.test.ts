import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { de as payloadGerman } from '@payloadcms/translations/languages/de'
import { en as payloadEnglish } from '@payloadcms/translations/languages/en'
import { describe, expect, it } from 'vitest'

import { de } from '../../src/translations/de/index.ts'
import { en } from '../../src/translations/en/index.ts'
import { translate } from '../../src/translations/translate.ts'
import { withTranslations } from '../../src/translations/withTranslations.ts'
import { wordsIn } from '../helpers/wordsIn.ts'

const textsIn = (words: object, above = ''): [string, string][] =>
  Object.entries(words).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const key = above === '' ? name : `${above}:${name}`
    if (typeof value === 'string') return [[key, value]]
    return typeof value === 'object' && value !== null ? textsIn(value, key) : []
  })

const english = textsIn(en)
const german = new Map(textsIn(de))

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^(generated|translations|standalone)\//.test(file))
  .map((file) => readFileSync(path.join('src', file), 'utf8'))
  .join('\n')

/** Whether the sources name a key, whole or in a template such as `answerbook:runs:kind:${kind}`. */
const isUsed = (key: string): boolean => {
  const parts = key.replace(/_(one|other)$/, '').split(':')
  const templates = parts.slice(1).map((_, at) => `${parts.slice(0, at + 1).join(':')}:\${`)
  return [parts.join(':'), ...templates].some((text) => sources.includes(text))
}

describe('German', () => {
  it('German has the placeholders of the English texts', () => {
    const shown = (texts: Iterable<[string, string]>) =>
      [...texts].map(([key, text]) => [key, placeholders(text)])
    expect(shown(german)).toEqual(expect.arrayContaining(shown(english)))
  })
})

describe('each text', () => {
  it('each text is used', () => {
    expect(english.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([])
  })

  it('the text of a stale save has no colon, after which Payload expects field names', () => {
    expect([en, de].map(({ answerbook }) => answerbook.messages.staleSave).join('')).not.toContain(':')
  })
})

describe('withTranslations', () => {
  it('withTranslations adds our texts to those of the app, in all its languages', () => {
    const { supportedLanguages, translations } = withTranslations({
      supportedLanguages: { de: payloadGerman, en: payloadEnglish, fr: payloadEnglish },
      translations: { de: { app: { title: 'Titel' } } },
    })
    expect(Object.keys(supportedLanguages ?? {})).toEqual(['de', 'en', 'fr'])
    expect(translations).toMatchObject({ de: { ...de, app: { title: 'Titel' } }, en, fr: en })
  })

  it("withTranslations prefers the app's own texts", () => {
    const own = { answerbook: { dashboard: { recent: 'Where I was' } } }
    const { translations } = withTranslations({ translations: { en: own, fr: own } })
    expect(translations?.en).toMatchObject({
      answerbook: { dashboard: { drafts: 'My drafts', recent: 'Where I was' } },
    })
    expect(translations?.fr).toMatchObject({
      answerbook: { dashboard: { drafts: 'My drafts', recent: 'Where I was' } },
    })
    expect(en.answerbook.dashboard.recent).toBe('Continue')
  })
})

describe('translate', () => {
  it('translate follows the language and the count', () => {
    const words = { t: wordsIn(de) }
    expect(translate(words, 'answerbook:dashboard:problems', { count: 1, number: '1' })).toBe('1 Problem')
    expect(translate(words, 'answerbook:dashboard:problems', { count: 2, number: '2' })).toBe('2 Probleme')
  })

  it('translate returns English in an app without the plugin', () => {
    const withoutPlugin = { t: (key: string) => key }
    expect(translate(withoutPlugin, 'answerbook:runs:place', { path: 'a.md', line: 3 })).toBe('a.md, line 3')
  })
})
