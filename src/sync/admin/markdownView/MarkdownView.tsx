import { Banner, Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { markdownOf } from '../../endpoints/markdownEndpoint.ts'
import { changesSinceImport } from '../../endpoints/restoreImportEndpoint.ts'
import { translate } from '../../../translations/translate.ts'
import { localeOfRequest } from '../../../documents/inLocale.ts'
import { changedLines } from './changedLines.ts'
import { FieldComparison } from './FieldComparison.tsx'
import { asked, FileActions } from './FileActions.tsx'
import { fileLines } from '../../../markdownField/admin/diff/fileLines.ts'
import { FileText } from './FileText.tsx'
import { MarkdownStepNav } from './MarkdownStepNav.tsx'
import { RestoreFields } from './RestoreFields.tsx'
import './MarkdownView.css'
import { stateOfFile } from './stateOfFile.ts'
import { DiffLines } from '../../../markdownField/admin/diff/DiffLines.tsx'

/** Tab of a document: its file as an export would write it now, and the differences from the imported one. */
export const MarkdownView = async ({ initPageResult }: DocumentViewServerProps) => {
  const { collectionConfig, docID, req } = initPageResult
  if (!collectionConfig || docID === undefined) return null
  const { slug } = collectionConfig
  const file = await markdownOf(req, slug, docID)
  const { fields = [], updatedAt } = (await changesSinceImport(req, slug, docID)) ?? {}
  const { admin, api } = req.payload.config.routes
  const locale = localeOfRequest(req)
  const path = `/${slug}/${docID}/restore-import${asked('?', locale)}` as const
  const target = { action: formatAdminURL({ apiRoute: api, path }), updatedAt }
  const changes = fields.map(({ label }) => label)
  const actions = { admin, api, changes, collection: slug, id: docID, locale, target, translator: req }
  const restorable = fields.length > 0 && (
    <RestoreFields
      fields={fields.map((field) => ({
        path: field.path,
        label: field.label,
        comparison: <FieldComparison field={field} i18n={req.i18n} />,
      }))}
      target={target}
    />
  )
  if ('reason' in file) {
    return (
      <Gutter className="answerbook-markdown-view">
        <MarkdownStepNav />
        <Banner type="default">{file.reason}</Banner>
        <FileActions {...actions} />
        {restorable}
      </Gutter>
    )
  }
  const { base, text } = file
  const lines = fileLines(text)
  const changed = base === undefined ? undefined : changedLines(fileLines(base), lines)
  const state = { changes: changed, isSame: base === text, language: req.i18n.language }
  const sinceImport = translate(req, 'answerbook:markdownView:changes')
  return (
    <Gutter className="answerbook-markdown-view">
      <MarkdownStepNav />
      <div className="answerbook-markdown-view__header">
        <div>
          <h2 className="answerbook-markdown-view__path">{file.path}</h2>
          <p className="answerbook-markdown-view__state">{stateOfFile(req, state)}</p>
        </div>
        <FileActions {...actions} text={text} />
      </div>
      {restorable}
      {base !== undefined && base !== text && (
        <section className="answerbook-markdown-view__section">
          <h3 className="answerbook-markdown-view__heading">{sinceImport}</h3>
          <DiffLines after={text} before={base} i18n={req.i18n} label={sinceImport} />
        </section>
      )}
      <section className="answerbook-markdown-view__section">
        <h3 className="answerbook-markdown-view__heading">
          {translate(req, 'answerbook:markdownView:current')}
        </h3>
        <FileText
          changed={changed?.changed}
          label={translate(req, 'answerbook:markdownView:contents', { path: file.path })}
          lines={lines}
        />
      </section>
    </Gutter>
  )
}
