import type { ElementNode } from '@payloadcms/richtext-lexical/lexical'

/** A transformer of Payload's editor that creates a block from text typed at the start of a paragraph. */
export const typedBlock = (regExp: RegExp, $insert: (match: string[]) => void) => ({
  type: 'element' as const,
  dependencies: [],
  export: () => null,
  regExp,
  replace: (paragraph: ElementNode, _children: unknown, match: string[]): void => {
    paragraph.select()
    $insert(match)
  },
})
