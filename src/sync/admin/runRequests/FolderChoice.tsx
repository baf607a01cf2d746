'use client'

import { TextInput } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import type { Roots } from './useRoots.ts'

export type FolderChoiceProps = {
  roots: NonNullable<Roots['roots']>
  /** The chosen folder; an empty text if none has been chosen. */
  folder: string
  onChange: (folder: string) => void
}

const startsIn = (folder: string, root: string): boolean => folder === root || folder.startsWith(`${root}/`)

const joined = (root: string, below: string): string => {
  const path = below.trim().replace(/^\/+|\/+$/g, '')
  return path === '' ? root : `${root}/${path}`
}

/** Chooses a folder on the server: one that the configuration allows, or a folder below it. */
export const FolderChoice = ({ folder, onChange, roots }: FolderChoiceProps) => {
  const id = useId()
  const { t } = useWords()
  const first = roots.find((root) => startsIn(folder, root.folder)) ?? roots[0]
  const [root, setRoot] = useState(first?.folder ?? '')
  const [below, setBelow] = useState(startsIn(folder, root) ? folder.slice(root.length + 1) : '')
  return (
    <div className="answerbook-form__row">
      <div className="answerbook-form__field">
        <label htmlFor={id}>{t('answerbook:folders:folder')}</label>
        <select
          id={id}
          onChange={({ target }) => {
            setRoot(target.value)
            onChange(joined(target.value, below))
          }}
          value={root}
        >
          {roots.map((known) => (
            <option key={known.folder} value={known.folder}>
              {known.name}
            </option>
          ))}
        </select>
      </div>
      <div className="answerbook-form__field">
        <TextInput
          label={t('answerbook:folders:below')}
          onChange={({ target }: { target: HTMLInputElement }) => {
            setBelow(target.value)
            onChange(joined(root, target.value))
          }}
          path="below"
          value={below}
        />
      </div>
    </div>
  )
}
