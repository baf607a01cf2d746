import type { FrontMatter, FrontMatterNode } from '../frontMatter/types.ts'

/** One block of a numbered series: `related_article3` is number 3. */
export type NumberedNode = { number: number; node: FrontMatterNode }

/** Finds the blocks whose key is the prefix and a number from 1, in the order of the numbers. */
export const numberedBlocks = (frontMatter: FrontMatter, prefix: string): NumberedNode[] => {
  const blocks: NumberedNode[] = []
  for (const [key, node] of frontMatter.root.entries) {
    const digits = key.startsWith(prefix) ? key.slice(prefix.length) : ''
    if (/^[1-9]\d{0,8}$/.test(digits)) blocks.push({ number: Number(digits), node })
  }
  return blocks.sort((a, b) => a.number - b.number)
}
