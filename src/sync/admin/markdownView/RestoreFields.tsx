'use client'

import { Button, ConfirmationModal, useModal, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { type ReactNode, useId, useRef, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { RestoreQuestion } from './RestoreQuestion.tsx'
import { type RestoreTarget, useRestore } from './useRestore.ts'

/** A field that can be restored, with a comparison of both values. */
export type RestorableField = { path: string; label: string; comparison: ReactNode }

export type RestoreFieldsProps = { target: RestoreTarget; fields: readonly RestorableField[] }

/** The fields in which a document differs from its imported file; each can be restored, or several together. */
export const RestoreFields = ({ fields, target }: RestoreFieldsProps) => {
  const id = useId()
  const modalSlug = `restore-fields-${id}`
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<readonly string[]>([])
  const { openModal } = useModal()
  const { startRouteTransition } = useRouteTransition()
  const { t } = useWords()
  const router = useRouter()
  const restore = useRestore(target)
  const known = fields.map(({ path }) => path)
  // After a field has been restored, the page no longer has it.
  const selected = chosen.filter((path) => known.includes(path))
  const labels = fields.filter(({ path }) => asked.includes(path)).map(({ label }) => label)
  const ask = (paths: readonly string[]): void => {
    setAsked(paths)
    openModal(modalSlug)
  }
  const toggle = (path: string): void =>
    setChosen(selected.includes(path) ? selected.filter((other) => other !== path) : [...selected, path])
  const confirm = async (): Promise<void> => {
    if (!(await restore(asked))) return
    heading.current?.focus()
    startRouteTransition(() => router.refresh())
  }
  return (
    <section aria-labelledby={id} className="answerbook-markdown-view__section">
      <div className="answerbook-restore-fields__header">
        <h3 className="answerbook-markdown-view__heading" id={id} ref={heading} tabIndex={-1}>
          {t('answerbook:markdownView:changedFields')}
        </h3>
        <div className="answerbook-restore-fields__actions">
          <label className="answerbook-restore-fields__all">
            <input
              checked={selected.length === fields.length}
              onChange={({ target: { checked } }) => setChosen(checked ? known : [])}
              type="checkbox"
            />
            {t('answerbook:markdownView:allFields')}
          </label>
          <Button
            buttonStyle="secondary"
            disabled={selected.length === 0}
            margin={false}
            onClick={() => ask(selected)}
            size="medium"
          >
            {t('answerbook:markdownView:takeBackSelected')}
          </Button>
        </div>
      </div>
      <ul className="answerbook-restore-fields">
        {fields.map(({ comparison, label, path }) => (
          <li className="answerbook-restore-fields__field" key={path}>
            <div className="answerbook-restore-fields__header">
              <label className="answerbook-restore-fields__label">
                <input checked={selected.includes(path)} onChange={() => toggle(path)} type="checkbox" />
                {label}
              </label>
              <Button
                aria-label={t('answerbook:markdownView:takeBackField', { label })}
                buttonStyle="subtle"
                margin={false}
                onClick={() => ask([path])}
                size="small"
              >
                {t('answerbook:markdownView:takeBack')}
              </Button>
            </div>
            {comparison}
          </li>
        ))}
      </ul>
      <ConfirmationModal
        body={<RestoreQuestion changes={labels} />}
        confirmLabel={t('general:restore')}
        heading={t('answerbook:markdownView:takeBackHeading')}
        modalSlug={modalSlug}
        onConfirm={confirm}
      />
    </section>
  )
}
