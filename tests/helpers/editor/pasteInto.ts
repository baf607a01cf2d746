import type { Page } from 'playwright-core'

/** Pastes at the caret as a browser does with a clipboard that holds these flavours: `text/plain`, `text/html`. */
export const pasteInto = (page: Page, flavours: Record<string, string>): Promise<void> =>
  page.evaluate((flavours) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(flavours)) clipboardData.setData(type, text)
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })
    document.activeElement?.dispatchEvent(event)
  }, flavours)
