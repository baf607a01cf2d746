export { cleanText, withLineFeeds } from './cleanText.ts'
export type {
  Change,
  FrontMatter,
  FrontMatterNode,
  FrontMatterValue,
  FileFormat,
  Limits,
  ListNode,
  MapNode,
  NumberedBlock,
  ScalarNode,
  ScalarStyle,
} from './types.ts'
export { nodeAt, type ParsedFrontMatter, parseFrontMatter, scalarAt } from './parse.ts'
export { patchFrontMatter } from './patch.ts'
export { placesInScalar, type Place } from './placesInScalar.ts'
export { printFrontMatter } from './print.ts'
export type { Entry } from './printEntries.ts'
export { problemAt } from '../problems/problems.ts'
export type { Finding, Problem, ProblemCode, Severity } from '../problems/problems.ts'
