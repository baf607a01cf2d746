import { type NestedKeysStripped, t as translateWith } from '@payloadcms/translations'

import { en } from './en/index.ts'

/** A key of our texts, such as `answerbook:runs:report`; plural forms are named without `_one` and `_other`. */
export type AnswerbookKey = NestedKeysStripped<typeof en>

/** Values of the placeholders of a text; `count` also chooses between singular and plural. */
export type TranslationValues = Record<string, number | string>

/**
 * Anything that can translate: a request, or the argument of label functions. Declared as a method, since Payload's own
 * type only allows its own keys, and a function type would not be assignable.
 */
export type Translator = { t(key: string, values?: TranslationValues): string }

/** Returns one of our texts in the language of a request, or in English if the app does not have the plugin. */
export const translate = (translator: Translator, key: AnswerbookKey, values?: TranslationValues): string => {
  const text = translator.t(key, values)
  return text === key
    ? translateWith<typeof en, AnswerbookKey>({ key, translations: en, ...(values ? { vars: values } : {}) })
    : text
}

/** A label or description of a field, collection or view in the user's language. */
export const label =
  (key: AnswerbookKey) =>
  (translator: Translator): string =>
    translate(translator, key)

/** A count in a language: `number` formatted for it, and `count` for its plural form. */
export const counted = (count: number, language: string): { count: number; number: string } => ({
  count,
  number: count.toLocaleString(language),
})
