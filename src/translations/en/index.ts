import { content } from './content.ts'
import { editor } from './editor.ts'
import { field } from './field.ts'
import { messages } from './messages.ts'
import { views } from './views.ts'

/** Everything that the plugin says in the admin panel, in English: the source that other languages follow. */
export const en = { answerbook: { content, editor, field, messages, ...views } }

/** What another language has to say: each key of the English one. */
export type Translations = typeof en
