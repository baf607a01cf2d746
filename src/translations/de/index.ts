import type { Translations } from '../en/index.ts'
import { content } from './content.ts'
import { editor } from './editor.ts'
import { field } from './field.ts'
import { importExport } from './importExport.ts'
import { messages } from './messages.ts'
import { runPages } from './runPages.ts'
import { views } from './views.ts'

/** All texts of the plugin in the admin panel, in German. */
export const de: Translations = {
  answerbook: { content, editor, field, messages, ...importExport, ...runPages, ...views },
}
