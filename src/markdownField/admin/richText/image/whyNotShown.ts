import type { Translate } from '../../../../admin/useWords.ts'

/** Says why an image at an address is not shown, and what can be done. `here` is the address of the page. */
export const whyNotShown = (t: Translate, url: string, here: string): string => {
  const { host, protocol } = URL.canParse(url, here) ? new URL(url, here) : new URL(here)
  return protocol.startsWith('http') && host !== new URL(here).host
    ? t('answerbook:field:imageBlocked', { host })
    : t('answerbook:field:imageMissing')
}
