import { setImmediate as turn } from 'node:timers/promises'

/** The items of a list in their order, at most `size` at a time. */
export function* chunks<Item>(items: readonly Item[], size: number): Generator<Item[], void, undefined> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

/**
 * What `read` finds, a page at a time until one is empty: each call gets the last item of the page before, behind which the
 * next begins. Other work of the process gets its turn before each page.
 */
export async function* pages<Item>(
  read: (last: Item | undefined) => Promise<Item[]>,
): AsyncGenerator<Item[], void, undefined> {
  let last: Item | undefined
  for (;;) {
    await turn()
    const page = await read(last)
    if (page.length === 0) return
    last = page.at(-1)
    yield page
  }
}
