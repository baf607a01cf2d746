import type { FrontMatter, FrontMatterNode, ScalarNode } from './types.ts'

/** The node at a key path such as `['seo', 'title']`; `undefined` where there is none. Does not look into lists. */
export const nodeAt = (frontMatter: FrontMatter, key: string[]): FrontMatterNode | undefined => {
  let node: FrontMatterNode | undefined = frontMatter.root
  for (const name of key) node = node?.kind === 'map' ? node.entries.get(name) : undefined
  return node
}

/** The scalar at a key path; `undefined` where there is none, or a map or list. */
export const scalarAt = (frontMatter: FrontMatter, key: string[]): ScalarNode | undefined => {
  const node = nodeAt(frontMatter, key)
  return node?.kind === 'scalar' ? node : undefined
}
