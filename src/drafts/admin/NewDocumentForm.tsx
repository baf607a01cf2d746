'use client'

import { Button, SetStepNav, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useState } from 'react'

import { useWords } from '../../admin/useWords.ts'
import { createDraft } from './createDraft.ts'

export type NewDocumentFormProps = {
  /** URL of the API of the collection. */
  api: string
  /** URL of the list of the collection. */
  list: string
  /** The name of the field that holds the title, and its label. */
  name: string
  label: string
  /** Labels of one document of the collection, and of several. */
  singular: string
  plural: string
}

/** Asks for a title, creates a draft with it and opens it. */
export const NewDocumentForm = ({ api, label, list, name, plural, singular }: NewDocumentFormProps) => {
  const id = useId()
  const router = useRouter()
  const { t } = useWords()
  const { startRouteTransition } = useRouteTransition()
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const create = async (): Promise<void> => {
    if (title.trim() === '') {
      setProblem(t('answerbook:newDocument:titleRequired', { label }))
      return
    }
    setIsBusy(true)
    const result = await createDraft(api, { [name]: title.trim() })
    if (result.ok) {
      startRouteTransition(() => router.push(`${list}/${result.id}`))
      return
    }
    setIsBusy(false)
    setProblem(result.problem ?? t('answerbook:newDocument:notCreated'))
  }
  return (
    <form
      className="answerbook-new__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <SetStepNav nav={[{ label: plural, url: list }, { label: t('answerbook:newDocument:new') }]} />
      <h1 className="answerbook-new__title">{t('answerbook:newDocument:title', { label: singular })}</h1>
      <label htmlFor={id}>{label}</label>
      <textarea
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        aria-invalid={problem !== ''}
        autoFocus
        id={id}
        onChange={({ target }) => {
          setTitle(target.value.replaceAll(/\s*\n\s*/g, ' '))
          setProblem('')
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
        rows={3}
        value={title}
      />
      <p className="answerbook-new__problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <Button disabled={isBusy} margin={false} size="large" type="submit">
        {t(isBusy ? 'answerbook:newDocument:opening' : 'answerbook:newDocument:start')}
      </Button>
      <p className="answerbook-new__hint">{t('answerbook:newDocument:hint')}</p>
    </form>
  )
}
