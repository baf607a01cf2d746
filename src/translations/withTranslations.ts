import { t } from '@payloadcms/translations'
import { type Config, deepMergeSimple } from 'payload'

import { de } from './de/index.ts'
import { en, type Translations } from './en/index.ts'
import type { AnswerbookKey } from './translate.ts'

const languages: Record<string, Translations> = { en, de }

/**
 * Adds our texts to the translations of an app, for all languages that it supports: in English if we lack a language.
 * The app's own texts take precedence, so that it can add a language or change single texts.
 */
export const withTranslations = (i18n: Config['i18n'] = {}): NonNullable<Config['i18n']> => {
  const given = new Map<string, object>(Object.entries(i18n.translations ?? {}))
  const supported = Object.keys(i18n.supportedLanguages ?? {})
  const all = new Set([...Object.keys(languages), ...supported, ...given.keys()])
  const translations = Object.fromEntries(
    [...all].map((language) => [
      language,
      deepMergeSimple(languages[language] ?? en, given.get(language) ?? {}),
    ]),
  )
  return { ...i18n, translations }
}

/** A text that cannot be a function of the language, such as the group of a collection, in all of our languages. */
export const inAllLanguages = (key: AnswerbookKey): Record<string, string> =>
  Object.fromEntries(
    Object.entries(languages).map(([language, translations]) => [
      language,
      t<Translations, AnswerbookKey>({ key, translations }),
    ]),
  )
