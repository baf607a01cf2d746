'use client'

import { t as translateWith, type ClientTranslationKeys, type TFunction } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'

import { field } from '../translations/en/field.ts'
import type { AnswerbookKey } from '../translations/translate.ts'

type Key = AnswerbookKey | ClientTranslationKeys

/** Translates our keys and Payload's. */
export type Translate = TFunction<Key>

export type Words = {
  t: Translate
  /** The language of the admin panel, such as `de`. */
  language: string
}

// What a Markdown field says in an app without the plugin, which lacks the translations.
const translations = { answerbook: { field } }

/** Our words in the language of the admin panel. */
export const useWords = (): Words => {
  const { i18n, t } = useTranslation<object, AnswerbookKey>()
  const isTranslated = 'answerbook' in i18n.translations
  const translate = useCallback<Translate>(
    (key, vars) =>
      isTranslated || !key.startsWith('answerbook:')
        ? t(key, vars)
        : translateWith<typeof translations, Key>({ key, translations, ...(vars ? { vars } : {}) }),
    [isTranslated, t],
  )
  return { t: translate, language: i18n.language }
}
