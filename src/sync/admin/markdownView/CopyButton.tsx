'use client'

import { Button, toast } from '@payloadcms/ui'

const copy = (text: string): void => {
  // Browsers have no clipboard for pages that came by plain http from another machine.
  const copied =
    'clipboard' in navigator ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'))
  copied.then(
    () => toast.success('Copied'),
    () => toast.error('The browser does not allow copying here. Use Download.'),
  )
}

/** Puts a text on the clipboard. */
export const CopyButton = ({ text }: { text: string }) => (
  <Button buttonStyle="secondary" margin={false} onClick={() => copy(text)} size="medium">
    Copy
  </Button>
)
