'use client'

import { Button, SetStepNav, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useState } from 'react'

import { createDraft } from './createDraft.ts'

export type NewDocumentFormProps = {
  /** Where documents of the collection are made. */
  api: string
  /** Where the collection is listed. */
  list: string
  /** The field that gives a document its title, and how it is called. */
  name: string
  label: string
  /** What one document of the collection is called, and many. */
  singular: string
  plural: string
}

/** Asks for a title, makes a draft with it and opens it. */
export const NewDocumentForm = ({ api, label, list, name, plural, singular }: NewDocumentFormProps) => {
  const id = useId()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const create = async (): Promise<void> => {
    if (title.trim() === '') {
      setProblem(`Write the ${label.toLowerCase()} first. It can be changed later.`)
      return
    }
    setIsBusy(true)
    const result = await createDraft(api, { [name]: title.trim() })
    if ('id' in result) {
      startRouteTransition(() => router.push(`${list}/${result.id}`))
      return
    }
    setIsBusy(false)
    setProblem(result.problem)
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
      <SetStepNav nav={[{ label: plural, url: list }, { label: 'New' }]} />
      <h1 className="answerbook-new__title">New {singular.toLowerCase()}</h1>
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
        {isBusy ? 'Opening…' : 'Start writing'}
      </Button>
      <p className="answerbook-new__hint">
        Nothing is made before that. Readers see it when it is published.
      </p>
    </form>
  )
}
