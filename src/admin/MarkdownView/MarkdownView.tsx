import { Banner, Button, Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { markdownOf } from '../../endpoints/markdownEndpoint.ts'
import { changedLines } from './changedLines.ts'
import { CopyButton } from './CopyButton.tsx'
import { fileLines } from './fileLines.ts'
import { MarkdownStepNav } from './MarkdownStepNav.tsx'
import './MarkdownView.css'
import { stateOfFile } from './stateOfFile.ts'

/** Tab of a document that shows its file as an export would write it now, with what differs from the imported one. */
export const MarkdownView = async ({ initPageResult }: DocumentViewServerProps) => {
  const { collectionConfig, docID, req } = initPageResult
  if (!collectionConfig || docID === undefined) return null
  const file = await markdownOf(req, collectionConfig.slug, docID)
  if ('reason' in file) {
    return (
      <Gutter className="markdown-view">
        <MarkdownStepNav />
        <Banner type="default">{file.reason}</Banner>
      </Gutter>
    )
  }
  const lines = fileLines(file.text)
  const changes = file.base === undefined ? undefined : changedLines(fileLines(file.base), lines)
  const { api } = req.payload.config.routes
  return (
    <Gutter className="markdown-view">
      <MarkdownStepNav />
      <div className="markdown-view__header">
        <div>
          <h2 className="markdown-view__path">{file.path}</h2>
          <p className="markdown-view__state">{stateOfFile(changes, file.base === file.text)}</p>
        </div>
        <div className="markdown-view__actions">
          <CopyButton text={file.text} />
          <Button
            buttonStyle="secondary"
            el="anchor"
            margin={false}
            size="medium"
            url={formatAdminURL({
              apiRoute: api,
              path: `/${collectionConfig.slug}/${docID}/markdown?download=1`,
            })}
          >
            Download
          </Button>
        </div>
      </div>
      <div aria-label={`Text of ${file.path}`} className="markdown-view__file" role="region" tabIndex={0}>
        <ol>
          {lines.map((line, index) => (
            <li
              className={changes?.changed.has(index + 1) ? 'markdown-view__changed' : undefined}
              key={index}
            >
              <code>{line}</code>
            </li>
          ))}
        </ol>
      </div>
    </Gutter>
  )
}
