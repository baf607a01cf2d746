'use client'

import { Button, toast } from '@payloadcms/ui'

import { type Translate, useWords } from '../../../admin/useWords.ts'

const copy = (text: string, t: Translate): void => {
  // Browsers do not give pages access to the clipboard if they were loaded over plain HTTP from another machine.
  const copied =
    'clipboard' in navigator ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'))
  copied.then(
    () => toast.success(t('general:copied')),
    () => toast.error(t('answerbook:markdownView:cannotCopy')),
  )
}

/** Copies a text to the clipboard. */
export const CopyButton = ({ text }: { text: string }) => {
  const { t } = useWords()
  return (
    <Button buttonStyle="secondary" margin={false} onClick={() => copy(text, t)} size="medium">
      {t('general:copy')}
    </Button>
  )
}
