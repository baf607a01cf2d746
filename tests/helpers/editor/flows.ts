import { expect, it } from 'vitest'

import { type Editor, openEditor } from './openEditor.ts'
import type { UsedSite } from './useSite.ts'

/** What an editor does to an article, with the Markdown of its answer before and after. */
export type Flow = {
  name: string
  before: string
  edit: (editor: Editor) => Promise<void>
  after: string
}

const slugOf = ({ name }: Flow): string => name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()

/** The answers that flows start with, for `useSite`. */
export const answersOf = (flows: readonly Flow[]): Record<string, string> =>
  Object.fromEntries(flows.map((flow) => [slugOf(flow), flow.before]))

/**
 * Defines a test for each flow, which edits, publishes and compares the answer that readers get, and one for an export,
 * whose files may differ from the imported ones in these answers only.
 */
export const testFlows = (used: UsedSite, flows: readonly Flow[]): void => {
  // With `$name`, a long title would be truncated. A repetition would edit the article a second time.
  it.each(flows.map((flow) => [flow.name, flow] as const))('%s', { retry: 0 }, async (_, flow) => {
    const editor = await openEditor(used.site(), used.context(), slugOf(flow))
    try {
      await flow.edit(editor)
      await editor.publish()
      expect(await used.site().published(slugOf(flow))).toBe(flow.after)
    } finally {
      await editor.page.close()
    }
  })

  it('exports files that differ from the imported ones in these answers only', async () => {
    const file = await used.site().exported()
    const entries = <T>(valueOf: (flow: Flow) => T) =>
      Object.fromEntries(flows.map((flow) => [slugOf(flow), valueOf(flow)]))
    expect(entries((flow) => file(slugOf(flow)))).toEqual(
      entries((flow) => used.site().fileWith(slugOf(flow), flow.after)),
    )
  })
}
