import { Button } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { Translator } from '../../../translations/translate.ts'
import { CopyButton } from './CopyButton.tsx'
import { RestoreImportButton } from './RestoreImportButton.tsx'
import type { RestoreTarget } from './useRestore.ts'

export type FileActionsProps = {
  translator: Translator
  collection: string
  id: string | number
  /** Routes of the app. */
  admin: string
  api: string
  target: RestoreTarget
  /** Labels of the fields that restoring the imported file would change; empty if there is nothing to restore. */
  changes: readonly string[]
  /** The locale of the file, with localization. */
  locale?: string | undefined
  /** The file's text, if there is a file. */
  text?: string
}

/** What can be done with the file of a document: copy it, download it, restore the imported one. */
export const FileActions = ({
  admin,
  api,
  changes,
  collection,
  id,
  locale,
  target,
  text,
  translator,
}: FileActionsProps) => (
  <div className="answerbook-markdown-view__actions">
    {changes.length > 0 && (
      <RestoreImportButton
        changes={changes}
        editUrl={formatAdminURL({
          adminRoute: admin,
          path: `/collections/${collection}/${id}${asked('?', locale)}`,
        })}
        target={target}
      />
    )}
    {text !== undefined && (
      <>
        <CopyButton text={text} />
        <Button
          buttonStyle="secondary"
          el="anchor"
          margin={false}
          size="medium"
          url={formatAdminURL({
            apiRoute: api,
            path: `/${collection}/${id}/markdown?download=1${asked('&', locale)}`,
          })}
        >
          {translator.t('upload:download')}
        </Button>
      </>
    )}
  </div>
)

/** A locale as a parameter of a URL; empty without one. */
export const asked = (
  separator: '?' | '&',
  locale: string | undefined,
): `${'?' | '&'}locale=${string}` | '' =>
  locale === undefined ? '' : `${separator}locale=${encodeURIComponent(locale)}`
