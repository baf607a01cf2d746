import { content } from './content.ts'
import { editor } from './editor.ts'
import { field } from './field.ts'
import { importExport } from './importExport.ts'
import { messages } from './messages.ts'
import { runPages } from './runPages.ts'
import { views } from './views.ts'

/** All texts of the plugin in the admin panel, in English: the source that other languages follow. */
export const en = { answerbook: { content, editor, field, messages, ...importExport, ...runPages, ...views } }

/** The type of another language: it has the same keys as English. */
export type Translations = typeof en
