import { t } from '@payloadcms/translations'

import { en, type Translations } from '../../src/translations/en/index.ts'
import type { TranslationValues } from '../../src/translations/translate.ts'

/** Translates into one of our languages, as Payload does. */
export const wordsIn =
  (translations: Translations = en) =>
  (key: string, vars: TranslationValues = {}): string =>
    t<Translations, string>({ key, translations, vars })
