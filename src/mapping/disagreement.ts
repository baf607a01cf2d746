import type { Finding } from '../problems/problems.ts'
import type { FrontMatterNode } from '../frontMatter/types.ts'
import { findings } from './findings.ts'

/** The finding for a value that is not what the path of its file asks for. */
export const disagreement = (node: FrontMatterNode, name: string, expected: string): Finding =>
  findings.error(
    'disagrees-with-path',
    node,
    `The path of the file asks for '${expected}' as its '${name}'.`,
    `Correct '${name}', or move the file to where it belongs.`,
  )
