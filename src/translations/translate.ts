import { type NestedKeysStripped, t as translateWith } from '@payloadcms/translations'

import { en } from './en/index.ts'

/** A key of our words, such as `answerbook:runs:report`; one that is counted is named without `_one` and `_other`. */
export type AnswerbookKey = NestedKeysStripped<typeof en>

/** Values of the placeholders of a text; `count` also chooses between singular and plural. */
export type TranslationValues = Record<string, number | string>

/**
 * Who can translate: a request, or what Payload gives to labels. A method, since Payload's own type names its own keys only,
 * and a function of TypeScript's would not be taken for one that takes others too.
 */
export type Translator = { t(key: string, values?: TranslationValues): string }

/** Gives one of our texts in the language of a request, or in English if the app does not have the plugin. */
export const translate = (translator: Translator, key: AnswerbookKey, values?: TranslationValues): string => {
  const text = translator.t(key, values)
  return text === key
    ? translateWith<typeof en, AnswerbookKey>({ key, translations: en, ...(values ? { vars: values } : {}) })
    : text
}

/** A label or description of a field, collection or view in the language of whoever looks at it. */
export const label =
  (key: AnswerbookKey) =>
  (translator: Translator): string =>
    translate(translator, key)

/** A count in the words of a language: `number` as people write it there, and `count` for its plural. */
export const counted = (count: number, language: string): { count: number; number: string } => ({
  count,
  number: count.toLocaleString(language),
})
