import type { AnswerbookKey } from '../../../translations/translate.ts'

type LabelArguments = { i18n: { t: (key: AnswerbookKey) => string } }

/** The label of an item of Lexical's menus, in the language of the admin panel. */
export const translated =
  (key: AnswerbookKey) =>
  ({ i18n }: LabelArguments): string =>
    i18n.t(key)
