export { canonicalLinks } from './canonicalLinks.ts'
export { canonicalRecord } from './canonicalRecord.ts'
export {
  checkbox,
  dateTime,
  day,
  escapedMarkdown,
  list,
  number,
  relation,
  status,
  text,
  type CheckboxWords,
} from './codecs/index.ts'
export { dollarFindings } from './dollarFindings.ts'
export { differences } from './differences.ts'
export { documentValue } from './documentValue.ts'
export { type UnresolvedLink } from './documentLinks.ts'
export { exportText, type ExportBase } from './exportText.ts'
export { filePath } from './filePath.ts'
export { isRelated } from './isRelated.ts'
export { linkTo } from './linkTo.ts'
export { isIgnored, matchPath } from './matchPath.ts'
export { readDocument } from './readDocument.ts'
export { readFile } from './readFile.ts'
export { sameValue } from './sameValue.ts'
export { setDocumentValue } from './setDocumentValue.ts'
export { toData, type DocumentData, type RelationToResolve } from './toData.ts'
export type {
  Binding,
  Codec,
  Decoded,
  FieldValue,
  Link,
  LinksBinding,
  MappedRecord,
  Mapping,
  PresentValue,
  RelatedValue,
  RelationOptions,
} from './types.ts'
